import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../../command.js';
import { normaliseText } from '../../rules/identifiers/normalise-text.js';
import { Refusal } from '../../rules/refusal.js';
import { CreateOfficeAccount } from '../create-office-account.js';

/** No account ships with the program: the first administrator is made at the keyboard. */
export const accountsFirst: Command = {
  name: 'accounts first',
  about: 'cli.accountsFirst.about',
  usage: '--mobile NUMBER --name NAME [--json]',
  run: async (args, context) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        mobile: { type: 'string' },
        name: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const personName = normaliseText(values.name ?? '');
    if (!values.mobile || personName.length < 2 || personName.length > 20) {
      throw new UsageError('cli.accountsFirst.missing');
    }
    const creating = (await context.services()).get(CreateOfficeAccount);
    try {
      const created = await creating.first({ mobile: values.mobile, personName });
      if (values.json) context.print(JSON.stringify(created));
      else {
        context.print(created.password);
        context.say(context.t('cli.accountsFirst.done', { name: personName }));
      }
      return 0;
    } catch (error) {
      if (error instanceof Refusal) throw new UsageError(error.code, error.variables);
      throw error;
    }
  },
};
