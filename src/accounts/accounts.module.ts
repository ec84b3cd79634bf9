import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ACTOR_SOURCE, REFUSAL_LOG } from '../web/http/actor-source.js';
import { AccountQueries } from './account.queries.js';
import { AppointPerson } from './appoint-person.js';
import { ChangePassword } from './change-password.js';
import { CreateAccount } from './create-account.js';
import { CreateOfficeAccount } from './create-office-account.js';
import { DemoSignInStrategy } from './demo-sign-in.strategy.js';
import { DisableAccount } from './disable-account.js';
import { EndDuty } from './end-duty.js';
import { GrantDuty } from './grant-duty.js';
import { AccessLogController } from './pages/access-log.controller.js';
import { PeopleController } from './pages/people.controller.js';
import { RegisterController } from './pages/register.controller.js';
import { SignInController } from './pages/sign-in.controller.js';
import { PeopleQueries } from './people.queries.js';
import { RecordAccess } from './record-access.js';
import { RegisterAccount } from './register-account.js';
import { ResetPassword } from './reset-password.js';
import { ShowList } from './show-list.js';
import { SignIn } from './sign-in.js';
import { SignInStrategy } from './sign-in.strategy.js';

@Global()
@Module({
  imports: [PassportModule],
  controllers: [SignInController, RegisterController, PeopleController, AccessLogController],
  providers: [
    AccountQueries,
    { provide: ACTOR_SOURCE, useExisting: AccountQueries },
    { provide: REFUSAL_LOG, useExisting: RecordAccess },
    AppointPerson,
    ChangePassword,
    CreateAccount,
    CreateOfficeAccount,
    DemoSignInStrategy,
    DisableAccount,
    EndDuty,
    GrantDuty,
    PeopleQueries,
    RecordAccess,
    RegisterAccount,
    ResetPassword,
    ShowList,
    SignIn,
    SignInStrategy,
  ],
  exports: [
    AccountQueries,
    ACTOR_SOURCE,
    REFUSAL_LOG,
    CreateAccount,
    GrantDuty,
    RecordAccess,
    ShowList,
  ],
})
export class AccountsModule {}
