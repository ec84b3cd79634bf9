import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { AcceptByMobile } from './acceptance/accept-by-mobile.js';
import { AcceptMerchants } from './acceptance/accept-merchants.js';
import { AcceptanceController } from './acceptance/pages/acceptance.controller.js';
import { CheckReturnWithMerchant } from './doubts/check-return-with-merchant.js';
import { DoubtedReturnsController } from './doubts/pages/doubted-returns.controller.js';
import { RegistryWaiting } from './registry-waiting.js';
import { AcceptCreditCode } from './accept-credit-code.js';
import { AdmitAgent } from './admit-agent.js';
import { CallList } from './call-list.js';
import { ConfirmRelation } from './confirm-relation.js';
import { DuplicateQueries } from './duplicate.queries.js';
import { ExemptionStatement } from './exemption-statement.js';
import { ExportRegistry } from './export-registry.js';
import { ExportReturns } from './returns-import/export-returns.js';
import { ImportReturns } from './returns-import/import-returns.js';
import { ReturnsImportController } from './returns-import/pages/returns-import.controller.js';
import { PlanReturnsImport } from './returns-import/plan-returns-import.js';
import { FileReturn } from './file-return.js';
import { ImportMerchants } from './import-merchants.js';
import { OwnMerchants } from './own-merchants.js';
import { MerchantRecord } from './merchant-record.js';
import { MerchantQueries } from './merchant.queries.js';
import { CompletenessController } from './pages/completeness.controller.js';
import { DivisionReturnsController } from './pages/division-returns.controller.js';
import { ImportController } from './pages/import.controller.js';
import { MyMerchantController } from './pages/my-merchant.controller.js';
import { MyReturnsController } from './pages/my-returns.controller.js';
import { MyShopsController } from './pages/my-shops.controller.js';
import { ProfileController } from './pages/profile.controller.js';
import { RecordController } from './pages/record.controller.js';
import { RegistryController } from './pages/registry.controller.js';
import { RelationsController } from './pages/relations.controller.js';
import { PlanImport } from './plan-import.js';
import { PracticesModule } from './practices/practices.module.js';
import { ProfileQueries } from './profile.queries.js';
import { ReadContact } from './read-contact.js';
import { RegisterMerchant } from './register-merchant.js';
import { RegistryQueries } from './registry.queries.js';
import { RemindReturns } from './remind-returns.js';
import { ReturnDoubtQueries } from './return-doubts.queries.js';
import { ReturnQueries } from './return.queries.js';
import { ReviseMerchant } from './revise-merchant.js';
import { SaveShop } from './save-shop.js';
import { StateRelations } from './state-relations.js';

@Module({
  imports: [DocumentsModule, PracticesModule],
  controllers: [
    MyMerchantController,
    MyShopsController,
    MyReturnsController,
    RelationsController,
    RegistryController,
    ImportController,
    ReturnsImportController,
    CompletenessController,
    AcceptanceController,
    DoubtedReturnsController,
    DivisionReturnsController,
    RecordController,
    ProfileController,
  ],
  providers: [
    AcceptByMobile,
    AcceptCreditCode,
    AcceptMerchants,
    CheckReturnWithMerchant,
    AdmitAgent,
    CallList,
    ConfirmRelation,
    DuplicateQueries,
    ExemptionStatement,
    ExportRegistry,
    ExportReturns,
    FileReturn,
    ImportMerchants,
    ImportReturns,
    MerchantQueries,
    MerchantRecord,
    OwnMerchants,
    PlanImport,
    PlanReturnsImport,
    ProfileQueries,
    ReadContact,
    RegisterMerchant,
    RegistryQueries,
    RegistryWaiting,
    RemindReturns,
    ReturnDoubtQueries,
    ReturnQueries,
    ReviseMerchant,
    SaveShop,
    StateRelations,
  ],
  exports: [
    DuplicateQueries,
    ImportMerchants,
    MerchantQueries,
    ProfileQueries,
    ReadContact,
    RegistryQueries,
    RegistryWaiting,
    ReturnQueries,
  ],
})
export class MerchantsModule {}
