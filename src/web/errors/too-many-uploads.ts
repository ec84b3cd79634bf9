import { HttpException, HttpStatus } from '@nestjs/common';

/** One person sends more files at the same time than the house takes in; the sentence says how many. */
export class TooManyUploads extends HttpException {
  constructor(readonly most: number) {
    super('too many uploads at once', HttpStatus.TOO_MANY_REQUESTS);
  }
}
