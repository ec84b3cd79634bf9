import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ACTOR_SOURCE, REFUSAL_LOG } from '../web/http/actor-source.js';
import { AccountQueries } from './account.queries.js';
import { AppointPerson } from './appoint-person.js';
import { CodeLimits } from './codes/code-limits.js';
import { IssueCode } from './codes/issue-code.js';
import { TakeCode } from './codes/take-code.js';
import { ChangePassword } from './change-password.js';
import { CreateAccount } from './create-account.js';
import { CreateOfficeAccount } from './create-office-account.js';
import { DemoSignInStrategy } from './demo-sign-in.strategy.js';
import { DisableAccount } from './disable-account.js';
import { EndDuty } from './end-duty.js';
import { GrantDuty } from './grant-duty.js';
import { DeliveryQueries } from './mail/delivery.queries.js';
import { MailController } from './mail/pages/mail.controller.js';
import { ResendDelivery } from './mail/resend-delivery.js';
import { SendTest } from './mail/send-test.js';
import { AfterMobile } from './own/after-mobile.js';
import { AskMobileChange } from './own/ask-mobile-change.js';
import { AskMobileCode } from './own/ask-mobile-code.js';
import { AskRecovery } from './own/ask-recovery.js';
import { ChangeMobile } from './own/change-mobile.js';
import { ChooseChannels } from './own/choose-channels.js';
import { CloseAccount } from './own/close-account.js';
import { ConfirmEmail } from './own/confirm-email.js';
import { ConfirmMobile } from './own/confirm-mobile.js';
import { EndOtherSessions } from './own/end-other-sessions.js';
import { GiveEmail } from './own/give-email.js';
import { OwnData } from './own/own-data.js';
import { OwnQueries } from './own/own.queries.js';
import { AddressesController } from './own/pages/addresses.controller.js';
import { AccountCentreController } from './own/pages/centre.controller.js';
import { RecoverController } from './own/pages/recover.controller.js';
import { RecoverAccount } from './own/recover-account.js';
import { RemoveEmail } from './own/remove-email.js';
import { AccessLogController } from './pages/access-log.controller.js';
import { KeptFormController } from './pages/kept-form.controller.js';
import { PeopleController } from './pages/people.controller.js';
import { RegisterController } from './pages/register.controller.js';
import { ImportProgressController } from './pages/import-progress.controller.js';
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
  controllers: [
    ImportProgressController,
    SignInController,
    KeptFormController,
    RegisterController,
    PeopleController,
    AccessLogController,
    AccountCentreController,
    AddressesController,
    RecoverController,
    MailController,
  ],
  providers: [
    AccountQueries,
    { provide: ACTOR_SOURCE, useExisting: AccountQueries },
    { provide: REFUSAL_LOG, useExisting: RecordAccess },
    AfterMobile,
    AppointPerson,
    AskMobileChange,
    AskMobileCode,
    AskRecovery,
    ChangeMobile,
    ChangePassword,
    ChooseChannels,
    CloseAccount,
    CodeLimits,
    ConfirmEmail,
    ConfirmMobile,
    CreateAccount,
    CreateOfficeAccount,
    DeliveryQueries,
    DemoSignInStrategy,
    DisableAccount,
    EndDuty,
    EndOtherSessions,
    GiveEmail,
    GrantDuty,
    IssueCode,
    OwnData,
    OwnQueries,
    PeopleQueries,
    RecordAccess,
    RecoverAccount,
    RegisterAccount,
    RemoveEmail,
    ResendDelivery,
    ResetPassword,
    SendTest,
    ShowList,
    SignIn,
    SignInStrategy,
    TakeCode,
  ],
  exports: [
    AccountQueries,
    AfterMobile,
    ACTOR_SOURCE,
    REFUSAL_LOG,
    CodeLimits,
    CreateAccount,
    GrantDuty,
    IssueCode,
    OwnData,
    RecordAccess,
    ShowList,
    TakeCode,
  ],
})
export class AccountsModule {}
