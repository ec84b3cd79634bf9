/** Every environment variable the program reads; `.env.example` lists exactly these. */
export const configKeys = [
  { name: 'NODE_ENV', description: 'development, test or production' },
  { name: 'HOST', description: 'address to listen on' },
  { name: 'PORT', description: 'port to listen on' },
  { name: 'PUBLIC_URL', description: 'address that people type, printed on certificates' },
  { name: 'DATA_DIR', description: 'folder for the SQLite file and the uploaded documents' },
  { name: 'DATABASE_URL', description: 'postgres://… ; without it an SQLite file in DATA_DIR' },
  {
    name: 'SECRET',
    description: 'at least 32 characters; signs cookies and seals personal fields',
  },
  { name: 'DEMO', description: 'on: demo city, click-to-sign-in and movable clock' },
  {
    name: 'TRUST_PROXY',
    description: 'addresses of the reverse proxies; off without one',
  },
  { name: 'SMTP_URL', description: 'smtp://user:password@host:port ; without it no mail is sent' },
  { name: 'MAIL_FROM', description: 'sender of mail' },
  { name: 'SMS_URL', description: 'https://… of the SMS provider; without it no SMS is sent' },
  { name: 'SMS_SECRET', description: 'what the SMS provider knows us by' },
  { name: 'OFFICE_NAME', description: 'the city office on every page' },
  { name: 'OFFICE_TELEPHONE', description: 'help telephone on every page' },
  { name: 'OFFICE_ADDRESS', description: 'help window on every page' },
  { name: 'SITE_ID', description: 'government site code in the footer' },
  { name: 'ICP_NUMBER', description: 'ICP filing number in the footer' },
  { name: 'LOG_LEVEL', description: 'fatal, error, warn, info or debug' },
] as const;

export type ConfigKey = (typeof configKeys)[number]['name'];
