/** The official sheet and the certificate exist in Chinese only, as the documents themselves do. */
export const galleryDocuments = {
  sheet: {
    issuer: '云溪市商务局文件',
    number: '云商〔2026〕12号',
    titleLines: ['云溪市商务局关于公布', '2026年度全市示范网商名单的通知'],
    addressee: '各县（市、区）商务主管部门，各有关单位：',
    sections: [
      {
        heading: '一、评选结果',
        text: '根据《云溪市示范网商评选办法（试行）》，经网上申报、县级推荐、资格审查、指标核验、专家评审和公示，共有青石县云上茶业专业合作社等20家网商获得2026年度全市示范网商称号。',
      },
      {
        heading: '二、工作要求',
        text: '各地要加强跟踪服务，宣传推广典型经验，引导网商诚信经营、守法经营。获得称号的网商应当按期接受年度复核，称号有效期为三年。',
      },
    ],
    attachments: '附件：2026年度全市示范网商名单',
    signatory: '云溪市商务局',
    isoDate: '2026-06-26',
    date: '2026年6月26日',
    note: '（此件公开发布）',
    copies: '抄送：市人民政府办公室。',
    printedBy: '云溪市商务局办公室',
    printedOn: '2026年6月26日印发',
  },
  certificate: {
    title: '荣誉证书',
    holder: '青石县云上茶业专业合作社：',
    text: '经网上申报、专家评审和社会公示，你单位被评为',
    honour: '2026年度全市示范网商',
    codeLabel: '查验二维码（样张）',
    number: '证书编号：BG2026-G-0001',
    validity: '有效期至2029年6月25日',
    verify: '扫码查验证书当前状态',
    signatory: '云溪市商务局',
    date: '2026年6月26日',
  },
} as const;
