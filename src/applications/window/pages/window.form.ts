import { ChoiceField, TextField } from '../../../web/forms/fields.js';
import { type Capacity, capacities } from '../window-entry.entity.js';

export class WindowForm {
  @TextField({ label: 'applications.window.person', max: 20 })
  person!: string;
  @TextField({ label: 'applications.window.telephone', max: 30, input: 'tel' })
  telephone!: string;
  @ChoiceField({
    label: 'applications.window.capacity',
    values: capacities,
    options: 'applications.window.capacity',
  })
  capacity!: Capacity;
}
