import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ACTOR_SOURCE } from '../web/http/actor-source.js';
import { AccountQueries } from './account.queries.js';
import { ChangePassword } from './change-password.js';
import { GrantDuty } from './grant-duty.js';
import { RegisterController } from './pages/register.controller.js';
import { SignInController } from './pages/sign-in.controller.js';
import { RecordAccess } from './record-access.js';
import { RegisterAccount } from './register-account.js';
import { SignIn } from './sign-in.js';
import { SignInStrategy } from './sign-in.strategy.js';

@Global()
@Module({
  imports: [PassportModule],
  controllers: [SignInController, RegisterController],
  providers: [
    AccountQueries,
    { provide: ACTOR_SOURCE, useExisting: AccountQueries },
    ChangePassword,
    GrantDuty,
    RecordAccess,
    RegisterAccount,
    SignIn,
    SignInStrategy,
  ],
  exports: [AccountQueries, ACTOR_SOURCE, GrantDuty, RecordAccess],
})
export class AccountsModule {}
