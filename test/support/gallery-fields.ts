import type {
  FieldCheckboxes,
  FieldDate,
  FieldFile,
  FieldNumber,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
  ErrorSummary,
} from '../../src/web/view-models.js';
import type { Say } from './gallery-layout.js';

export interface GalleryFields {
  readonly errorSummary: ErrorSummary;
  readonly text: FieldText;
  readonly telephone: FieldText;
  readonly number: FieldNumber;
  readonly select: FieldSelect;
  readonly radios: FieldRadios;
  readonly checkboxes: FieldCheckboxes;
  readonly date: FieldDate;
  readonly file: FieldFile;
  readonly textarea: FieldTextarea;
}

export function galleryFields(say: Say): GalleryFields {
  const codeError = say(
    '统一社会信用代码应为 18 位，您填写了 17 位。',
    'The credit code has 18 characters; you entered 17.',
  );
  const salesError = say(
    '请填写网络零售额，单位为万元。',
    'Enter the online retail sales in ten thousand yuan.',
  );
  return {
    errorSummary: {
      errors: [
        { name: 'creditCode', text: codeError },
        { name: 'netWan', text: salesError },
      ],
    },
    text: {
      name: 'creditCode',
      label: say('统一社会信用代码', 'Unified social credit code'),
      hint: say('见营业执照右上角，共 18 位。', 'At the top right of the business licence.'),
      error: codeError,
      required: true,
      type: 'text',
      value: '9100000000000001X',
      autocomplete: 'off',
      maxLength: 18,
      width: 'medium',
    },
    telephone: {
      name: 'telephone',
      label: say('经办人手机', "Agent's mobile number"),
      hint: null,
      error: null,
      required: false,
      type: 'tel',
      value: '',
      autocomplete: 'tel',
      maxLength: 11,
      width: 'short',
    },
    number: {
      name: 'netWan',
      label: say('2025 年网络零售额', 'Online retail sales in 2025'),
      hint: say('扣除退款，保留两位小数。', 'Less refunds, two decimals.'),
      error: salesError,
      required: true,
      value: '一千二百',
      unit: say('万元', '10,000 yuan'),
      decimals: true,
    },
    select: {
      name: 'division',
      label: say('所在县（市、区）', 'Division'),
      hint: null,
      error: null,
      required: true,
      placeholder: say('请选择', 'Choose'),
      options: [
        { value: '1', label: say('青石县', 'Qingshi'), selected: true },
        { value: '2', label: say('临河区', 'Linhe'), selected: false },
      ],
    },
    radios: {
      name: 'verdict',
      label: say('核验结论', 'Verdict'),
      hint: null,
      error: null,
      required: true,
      inline: false,
      options: [
        { value: 'Accepted', label: say('采信', 'Accepted'), hint: null, selected: true },
        {
          value: 'Reduced',
          label: say('核减', 'Reduced'),
          hint: say('须填写核定值和理由。', 'Needs a verified value and a reason.'),
          selected: false,
        },
        { value: 'Rejected', label: say('不采信', 'Rejected'), hint: null, selected: false },
      ],
    },
    checkboxes: {
      name: 'platforms',
      label: say('经营平台', 'Platforms'),
      hint: say('可多选。', 'Choose all that apply.'),
      error: null,
      required: false,
      inline: true,
      options: [
        { value: 'a', label: say('综合电商平台', 'Marketplace'), hint: null, selected: true },
        { value: 'b', label: say('直播平台', 'Livestream'), hint: null, selected: false },
        { value: 'c', label: say('自建网站', 'Own site'), hint: null, selected: false },
      ],
    },
    date: {
      name: 'founded',
      label: say('成立日期', 'Date of foundation'),
      hint: say('例如 2013 年 6 月 21 日。', 'For example 2013, 6, 21.'),
      error: null,
      required: true,
      year: '2013',
      month: '6',
      day: '21',
    },
    file: {
      name: 'licence',
      label: say('营业执照', 'Business licence'),
      hint: say('PDF 或图片，不超过 20 MB。', 'PDF or picture, 20 MB at most.'),
      error: null,
      required: true,
      accept: '.pdf,.jpg,.png',
      multiple: false,
      files: [
        { label: say('营业执照.pdf', 'licence.pdf'), href: '/attachments/1', size: '1.2 MB' },
      ],
    },
    textarea: {
      name: 'opinion',
      label: say('推荐意见', 'Opinion'),
      hint: say('20 至 500 字。', '20 to 500 characters.'),
      error: null,
      required: true,
      value: '',
      rows: 4,
      maxLength: 500,
    },
  };
}
