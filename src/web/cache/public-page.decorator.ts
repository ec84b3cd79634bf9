import { SetMetadata } from '@nestjs/common';

export const PUBLIC_PAGE = 'publicPage';

/** The answer is the same for every visitor who is not signed in, and may be kept for them. */
export const PublicPage = () => SetMetadata(PUBLIC_PAGE, true);
