import globalSetup from '../support/global-setup.mjs';

/** Its pages need their styles, its long calculations their thread, as in the suite. */
await globalSetup();
