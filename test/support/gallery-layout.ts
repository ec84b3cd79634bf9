import type { Layout } from '../../src/web/view-models.js';

export type Say = (chinese: string, english: string) => string;

export function galleryLayout(lang: Layout['lang'], say: Say): Layout {
  return {
    title: say('组件样张', 'Component gallery'),
    description: say('组件样张。', 'Component gallery.'),
    lang,
    otherLang:
      lang === 'zh-CN'
        ? { lang: 'en', label: 'English', href: '/gallery.en.html' }
        : { lang: 'zh-CN', label: '中文', href: '/gallery.zh-CN.html' },
    nav: [
      { href: '/', label: say('首页', 'Home'), current: false },
      { href: '/programmes', label: say('评选活动', 'Programmes'), current: true },
      { href: '/notices', label: say('公示公告', 'Notices'), current: false },
      { href: '/awards', label: say('示范名录', 'Honours roll'), current: false },
      { href: '/census', label: say('全市概况', 'City figures'), current: false },
      { href: '/verify', label: say('证书查验', 'Verify'), current: false },
    ],
    // The English gallery shows the page of someone who has not signed in.
    account:
      lang === 'en'
        ? null
        : {
            id: 'sample-account',
            name: say('周晓岚', 'Zhou Xiaolan'),
            dutyLabel: say('市办登记员', 'City registrar'),
            unread: 3,
          },
    window: null,
    csrfToken: 'sample-token',
    flash: {
      kind: 'good',
      text: say('已保存县级推荐意见，共 12 份。', 'Twelve recommendations saved.'),
    },
    breadcrumbs: [
      { label: say('首页', 'Home'), href: '/' },
      { label: say('评选活动', 'Programmes'), href: '/programmes' },
      { label: say('2026 年度', '2026'), href: null },
    ],
    refreshSeconds: null,
    demo: lang === 'zh-CN' ? { href: '#demo', day: null } : null,
    office: {
      name: say('云溪市商务局', 'Yunxi City Bureau of Commerce'),
      telephone: '0000-1234567',
      address: say('云溪市政务路 1 号', '1 Government Road, Yunxi'),
      siteId: '0000000000',
      icp: say('示例备案 00000000 号', 'Sample 00000000'),
    },
    assets: {
      css: '/styles/certificate-pages.css',
      js: '/scripts/main.js',
      icons: '/icons/sprite.svg',
      mark: '/icons/mark.svg',
    },
    path: '/gallery',
  };
}
