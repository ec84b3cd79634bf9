import type { TableOptions } from 'typeorm';

/** The tables of the first release, in an order in which every reference already exists. */
export const foundationTables: readonly TableOptions[] = [
  {
    name: 'access_log',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'access_log_pk',
      },
      {
        name: 'at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'action',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'object_type',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'object_id',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'result',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'address',
        type: 'varchar',
        length: '45',
        isNullable: true,
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'access_log_at',
        columnNames: ['at'],
      },
    ],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'account',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'account_pk',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'mobile_lookup',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'mobile_sealed',
        type: 'text',
      },
      {
        name: 'person_name',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'password_hash',
        type: 'varchar',
        length: '200',
      },
      {
        name: 'email',
        type: 'varchar',
        length: '254',
        isNullable: true,
      },
      {
        name: 'must_change_password',
        type: 'integer',
      },
      {
        name: 'privacy_notice_hash',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'consent_version',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'disabled_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'account_mobile_unique',
        columnNames: ['mobile_lookup'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'account_kind_check',
        expression: "\"kind\" IN ('merchant', 'office', 'judge')",
      },
    ],
    foreignKeys: [],
  },
  {
    name: 'merchant',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'merchant_pk',
      },
      {
        name: 'merchant_type',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'search_name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'credit_code',
        type: 'varchar',
        length: '18',
        isNullable: true,
      },
      {
        name: 'credit_code_warnings',
        type: 'text',
      },
      {
        name: 'id_type',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'id_value',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'exemption_ground',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'exemption_statement_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'head_name',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'founded_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'capital_wan',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'town',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'registered_address',
        type: 'varchar',
        length: '100',
      },
      {
        name: 'working_address',
        type: 'varchar',
        length: '100',
      },
      {
        name: 'goods_categories',
        type: 'text',
      },
      {
        name: 'sector',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'business_type',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'park',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'farm_goods_share_pct',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'local_origin_pct',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'principal_share_pct',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'staff',
        type: 'integer',
      },
      {
        name: 'insured',
        type: 'integer',
      },
      {
        name: 'contact_name',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'contact_mobile_sealed',
        type: 'text',
      },
      {
        name: 'contact_email_sealed',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'birth_date_sealed',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'person_id_sealed',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'intro',
        type: 'text',
      },
      {
        name: 'head_name_public',
        type: 'integer',
      },
      {
        name: 'related_persons',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'merged_into_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'registered_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'changed_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'merchant_credit_code_unique',
        columnNames: ['credit_code'],
      },
    ],
    indices: [
      {
        name: 'merchant_search_name',
        columnNames: ['search_name'],
      },
      {
        name: 'merchant_sector',
        columnNames: ['sector'],
      },
      {
        name: 'merchant_division_name',
        columnNames: ['division_code', 'search_name'],
      },
    ],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'annual_return',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'annual_return_pk',
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'year',
        type: 'integer',
      },
      {
        name: 'gross_wan',
        type: 'integer',
      },
      {
        name: 'refund_wan',
        type: 'integer',
      },
      {
        name: 'net_wan',
        type: 'integer',
      },
      {
        name: 'agency_wan',
        type: 'integer',
      },
      {
        name: 'wholesale_wan',
        type: 'integer',
      },
      {
        name: 'farm_goods_net_wan',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'orders',
        type: 'integer',
      },
      {
        name: 'parcels',
        type: 'integer',
      },
      {
        name: 'staff',
        type: 'integer',
      },
      {
        name: 'insured_year_end',
        type: 'integer',
      },
      {
        name: 'insured_average',
        type: 'integer',
      },
      {
        name: 'shops',
        type: 'text',
      },
      {
        name: 'figures',
        type: 'text',
      },
      {
        name: 'filed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'filed_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'annual_return_year_unique',
        columnNames: ['merchant_id', 'year'],
      },
    ],
    indices: [
      {
        name: 'annual_return_year_sales',
        columnNames: ['year', 'net_wan'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'annual_return_merchant_fk',
        columnNames: ['merchant_id'],
        referencedTableName: 'merchant',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'programme',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'programme_pk',
      },
      {
        name: 'slug',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'year',
        type: 'integer',
      },
      {
        name: 'data_year',
        type: 'integer',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'host',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'scope',
        type: 'text',
      },
      {
        name: 'cycle',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'funds',
        type: 'text',
      },
      {
        name: 'calendar',
        type: 'text',
      },
      {
        name: 'rule_version_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'copied_from_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'historical_note',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'prepared_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'state_since',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'cancellation_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'programme_slug_unique',
        columnNames: ['slug'],
      },
    ],
    indices: [],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'category',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'category_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'code',
        type: 'varchar',
        length: '4',
      },
      {
        name: 'name_zh',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'name_en',
        type: 'varchar',
        length: '80',
      },
      {
        name: 'position',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'category_code_unique',
        columnNames: ['programme_id', 'code'],
      },
    ],
    indices: [],
    checks: [],
    foreignKeys: [
      {
        name: 'category_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'application',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'application_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'state_since',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'receipt_number',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'judging_number',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'snapshot',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'answers',
        type: 'text',
      },
      {
        name: 'eligibility',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'eligibility_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'submitted_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'correction_count',
        type: 'integer',
      },
      {
        name: 'created_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'application_receipt_unique',
        columnNames: ['receipt_number'],
      },
      {
        name: 'application_merchant_category_unique',
        columnNames: ['merchant_id', 'category_id'],
      },
    ],
    indices: [
      {
        name: 'application_category',
        columnNames: ['category_id'],
      },
      {
        name: 'application_merchant',
        columnNames: ['merchant_id'],
      },
      {
        name: 'application_division',
        columnNames: ['division_code'],
      },
      {
        name: 'application_programme_state',
        columnNames: ['programme_id', 'state'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'application_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
      {
        name: 'application_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'category',
        referencedColumnNames: ['id'],
      },
      {
        name: 'application_merchant_fk',
        columnNames: ['merchant_id'],
        referencedTableName: 'merchant',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'round',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'round_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'blind',
        type: 'integer',
      },
      {
        name: 'other_scores',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'opens_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'closes_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'locked_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'round_kind_unique',
        columnNames: ['category_id', 'kind'],
      },
    ],
    indices: [
      {
        name: 'round_programme',
        columnNames: ['programme_id'],
      },
    ],
    checks: [
      {
        name: 'round_kind_check',
        expression: "\"kind\" IN ('material', 'defence')",
      },
      {
        name: 'round_state_check',
        expression: "\"state\" IN ('Planned', 'Declaring', 'Open', 'Locked')",
      },
      {
        name: 'round_other_scores_check',
        expression: "\"other_scores\" IN ('never', 'afterOwnSignature', 'afterLock')",
      },
    ],
    foreignKeys: [
      {
        name: 'round_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
      {
        name: 'round_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'category',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'assignment',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'assignment_pk',
      },
      {
        name: 'round_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'mode',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'per_application',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'seed',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'problem',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'plan',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'problem_hash',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'plan_hash',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'reason',
        type: 'text',
      },
      {
        name: 'applied_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'applied_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [
      {
        name: 'assignment_number_unique',
        columnNames: ['round_id', 'number'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'assignment_mode_check',
        expression: "\"mode\" IN ('wholePanel', 'perApplication')",
      },
    ],
    foreignKeys: [
      {
        name: 'assignment_round_fk',
        columnNames: ['round_id'],
        referencedTableName: 'round',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'award_list',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'award_list_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'rows',
        type: 'text',
      },
      {
        name: 'hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'bundle',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'input_hash',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'document_number',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'minutes',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'supervisor_statement',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'supervised_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'correction_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'prepared_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'prepared_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'confirmed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'confirmed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'published_on',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'award_list_number_unique',
        columnNames: ['programme_id', 'kind', 'number'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'award_list_kind_check',
        expression: "\"kind\" IN ('proposed', 'award')",
      },
      {
        name: 'award_list_state_check',
        expression: "\"state\" IN ('Prepared', 'Posted', 'Published', 'Superseded')",
      },
    ],
    foreignKeys: [
      {
        name: 'award_list_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'ballot',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'ballot_pk',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'votes',
        type: 'text',
      },
      {
        name: 'minutes',
        type: 'text',
      },
      {
        name: 'recorded_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'recorded_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'ballot_category',
        columnNames: ['category_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'ballot_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'category',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'calculation_job',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'calculation_job_pk',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'subject_type',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'subject_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'input_hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'input',
        type: 'text',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'done',
        type: 'integer',
      },
      {
        name: 'total',
        type: 'integer',
      },
      {
        name: 'result',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'refusal_code',
        type: 'varchar',
        length: '80',
        isNullable: true,
      },
      {
        name: 'refusal_variables',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'return_path',
        type: 'varchar',
        length: '200',
      },
      {
        name: 'created_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'started_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'finished_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'runner',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'seen_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'calculation_job_input_unique',
        columnNames: ['kind', 'subject_id', 'input_hash'],
      },
    ],
    indices: [
      {
        name: 'calculation_job_queue',
        columnNames: ['state', 'created_at'],
      },
    ],
    checks: [
      {
        name: 'calculation_job_state_check',
        expression: "\"state\" IN ('queued', 'running', 'done', 'failed')",
      },
    ],
    foreignKeys: [],
  },
  {
    name: 'chain_head',
    columns: [
      {
        name: 'id',
        type: 'integer',
        isPrimary: true,
        primaryKeyConstraintName: 'chain_head_pk',
      },
      {
        name: 'sequence',
        type: 'integer',
      },
      {
        name: 'hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'public_generation',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'city_setting',
    columns: [
      {
        name: 'name',
        type: 'varchar',
        length: '40',
        isPrimary: true,
        primaryKeyConstraintName: 'city_setting_pk',
      },
      {
        name: 'value',
        type: 'varchar',
        length: '200',
      },
    ],
    uniques: [],
    indices: [],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'expert',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'expert_pk',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'name',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'field',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'organisation',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'organisation_type',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
        isNullable: true,
      },
      {
        name: 'address',
        type: 'varchar',
        length: '60',
        isNullable: true,
      },
      {
        name: 'categories',
        type: 'text',
      },
      {
        name: 'topics',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'active',
        type: 'integer',
      },
      {
        name: 'added_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'expert_account_unique',
        columnNames: ['account_id'],
      },
    ],
    indices: [],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'draw',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'draw_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'previous_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'terms',
        type: 'text',
      },
      {
        name: 'exclusions',
        type: 'text',
      },
      {
        name: 'begun_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'begun_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'candidates',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'group_names',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'list_hash',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'frozen_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'frozen_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'commitment',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'seed_sealed',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'committed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'committed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'witness',
        type: 'varchar',
        length: '100',
        isNullable: true,
      },
      {
        name: 'witnessed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'witnessed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'revealed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'revealed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'record',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'chain_head',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'office_signed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'office_signed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'witness_signed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'void_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'void_proposed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'void_proposed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'voided_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'voided_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'draw_number_unique',
        columnNames: ['category_id', 'number'],
      },
    ],
    indices: [
      {
        name: 'draw_programme',
        columnNames: ['programme_id'],
      },
    ],
    checks: [
      {
        name: 'draw_state_check',
        expression:
          "\"state\" IN ('Preparing', 'Frozen', 'Committed', 'Witnessed', 'Drawn', 'Voided')",
      },
    ],
    foreignKeys: [
      {
        name: 'draw_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
      {
        name: 'draw_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'category',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'seat',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'seat_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'expert_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'draw_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'chair',
        type: 'integer',
      },
      {
        name: 'alternate',
        type: 'integer',
      },
      {
        name: 'reason',
        type: 'text',
      },
      {
        name: 'seated_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'seated_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'declared_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'vacated_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'vacated_reason',
        type: 'text',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'seat_number_unique',
        columnNames: ['category_id', 'number', 'expert_id', 'seated_at'],
      },
    ],
    indices: [
      {
        name: 'seat_category',
        columnNames: ['category_id'],
      },
      {
        name: 'seat_expert',
        columnNames: ['expert_id'],
      },
      {
        name: 'seat_draw',
        columnNames: ['draw_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'seat_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
      {
        name: 'seat_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'category',
        referencedColumnNames: ['id'],
      },
      {
        name: 'seat_expert_fk',
        columnNames: ['expert_id'],
        referencedTableName: 'expert',
        referencedColumnNames: ['id'],
      },
      {
        name: 'seat_draw_fk',
        columnNames: ['draw_id'],
        referencedTableName: 'draw',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'conflict_declaration',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'conflict_declaration_pk',
      },
      {
        name: 'seat_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'ground',
        type: 'varchar',
        length: '4',
        isNullable: true,
      },
      {
        name: 'explanation',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'hits',
        type: 'text',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'declared_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'decided_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'decision_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'decided_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'conflict_declaration_unique',
        columnNames: ['seat_id', 'application_id'],
      },
    ],
    indices: [
      {
        name: 'conflict_declaration_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'conflict_declaration_state_check',
        expression: "\"state\" IN ('none', 'hardBar', 'awaitingOffice', 'cleared', 'recused')",
      },
    ],
    foreignKeys: [
      {
        name: 'conflict_declaration_seat_fk',
        columnNames: ['seat_id'],
        referencedTableName: 'seat',
        referencedColumnNames: ['id'],
      },
      {
        name: 'conflict_declaration_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'correction_request',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'correction_request_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'stage',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'items',
        type: 'text',
      },
      {
        name: 'reason',
        type: 'text',
      },
      {
        name: 'requested_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'requested_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'due_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'answered_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'correction_request_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'correction_request_stage_check',
        expression: "\"stage\" IN ('division', 'screening')",
      },
    ],
    foreignKeys: [
      {
        name: 'correction_request_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'declaration',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'declaration_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'text_hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'items',
        type: 'text',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'address',
        type: 'varchar',
        length: '45',
        isNullable: true,
      },
      {
        name: 'accepted_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'declaration_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'declaration_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'document',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'document_pk',
      },
      {
        name: 'owner_type',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'owner_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'name',
        type: 'varchar',
        length: '120',
      },
      {
        name: 'content_type',
        type: 'varchar',
        length: '80',
      },
      {
        name: 'size',
        type: 'integer',
      },
      {
        name: 'blind_hash',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'blind_type',
        type: 'varchar',
        length: '80',
        isNullable: true,
      },
      {
        name: 'blind_problem',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'picture_hash',
        type: 'varchar',
        length: '16',
        isNullable: true,
      },
      {
        name: 'uploaded_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'uploaded_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'document_hash',
        columnNames: ['hash'],
      },
      {
        name: 'document_blind_hash',
        columnNames: ['blind_hash'],
      },
      {
        name: 'document_owner',
        columnNames: ['owner_type', 'owner_id'],
      },
    ],
    checks: [
      {
        name: 'document_blind_problem_check',
        expression: "\"blind_problem\" IN ('encrypted', 'office', 'tooLarge', 'unreadable')",
      },
    ],
    foreignKeys: [],
  },
  {
    name: 'duty',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'duty_pk',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'role',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
        isNullable: true,
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'granted_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'granted_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'ended_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'duty_account',
        columnNames: ['account_id'],
      },
      {
        name: 'duty_merchant',
        columnNames: ['merchant_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'duty_account_fk',
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'evidence_link',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'evidence_link_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'document_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'indicator',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'caption',
        type: 'varchar',
        length: '50',
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'evidence_link_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'evidence_link_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
      {
        name: 'evidence_link_document_fk',
        columnNames: ['document_id'],
        referencedTableName: 'document',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'extension_order',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'extension_order_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'phase',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'scope',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'scope_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'new_last_day',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'reason',
        type: 'text',
      },
      {
        name: 'ordered_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'ordered_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'extension_order_programme',
        columnNames: ['programme_id'],
      },
    ],
    checks: [
      {
        name: 'extension_order_scope_check',
        expression: "\"scope\" IN ('all', 'division', 'application')",
      },
    ],
    foreignKeys: [
      {
        name: 'extension_order_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'figure',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'figure_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'key',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'claimed',
        type: 'varchar',
        length: '60',
        isNullable: true,
      },
      {
        name: 'verified',
        type: 'varchar',
        length: '60',
        isNullable: true,
      },
      {
        name: 'verdict',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'verifier_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'verified_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'second_reader_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'second_read_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'figure_key_unique',
        columnNames: ['application_id', 'key'],
      },
    ],
    indices: [
      {
        name: 'figure_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'figure_verdict_check',
        expression: "\"verdict\" IN ('Accepted', 'Reduced', 'Rejected')",
      },
    ],
    foreignKeys: [
      {
        name: 'figure_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'notice',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'notice_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'title',
        type: 'varchar',
        length: '120',
      },
      {
        name: 'body',
        type: 'text',
      },
      {
        name: 'list_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'corrects_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'document_number',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'posted_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'first_day',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'last_day',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'working_days',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'facts',
        type: 'text',
      },
      {
        name: 'posted_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'confirmed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'posted_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'notice_programme',
        columnNames: ['programme_id'],
      },
      {
        name: 'notice_posted',
        columnNames: ['posted_on'],
      },
    ],
    checks: [
      {
        name: 'notice_kind_check',
        expression:
          "\"kind\" IN ('call', 'defence', 'publicity', 'publication', 'correction', 'revocation', 'termination')",
      },
    ],
    foreignKeys: [
      {
        name: 'notice_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'objection',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'objection_pk',
      },
      {
        name: 'receipt_number',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'follow_hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'notice_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'identity_kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'identity_sealed',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'substance',
        type: 'text',
      },
      {
        name: 'evidence_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'received_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'accept_by',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'decide_by',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'extension_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 're_reviewers',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'accepted_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'accepted_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'merchant_answer',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'decision_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'decided_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'decided_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'reply',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'replied_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'objection_receipt_unique',
        columnNames: ['receipt_number'],
      },
    ],
    indices: [
      {
        name: 'objection_notice',
        columnNames: ['notice_id'],
      },
      {
        name: 'objection_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'objection_identity_kind_check',
        expression: "\"identity_kind\" IN ('unit', 'person', 'anonymous')",
      },
      {
        name: 'objection_state_check',
        expression:
          "\"state\" IN ('Received', 'AcceptedForReview', 'Refused', 'UnderReview', 'Upheld', 'PartlyUpheld', 'NotUpheld', 'Replied')",
      },
    ],
    foreignKeys: [
      {
        name: 'objection_notice_fk',
        columnNames: ['notice_id'],
        referencedTableName: 'notice',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'hold',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'hold_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'objection_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'since',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'ended_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'hold_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'hold_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
      {
        name: 'hold_objection_fk',
        columnNames: ['objection_id'],
        referencedTableName: 'objection',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'journal_entry',
    columns: [
      {
        name: 'sequence',
        type: 'integer',
        isPrimary: true,
        primaryKeyConstraintName: 'journal_entry_pk',
      },
      {
        name: 'at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'actor_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'actor_role',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'event',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'subject_type',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'subject_id',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'details',
        type: 'text',
      },
      {
        name: 'previous_hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'hash',
        type: 'varchar',
        length: '64',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'journal_entry_subject',
        columnNames: ['subject_id'],
      },
      {
        name: 'journal_entry_programme',
        columnNames: ['programme_id'],
      },
    ],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'legal_basis',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'legal_basis_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'type',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'approving_organ',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'document_number',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'valid_from',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'valid_to',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'scan_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'prepared_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'approved_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'approved_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'legal_basis_programme_unique',
        columnNames: ['programme_id'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'legal_basis_type_check',
        expression:
          "\"type\" IN ('approvedDemonstration', 'approvedCommendation', 'professionalGrading', 'associationActivity')",
      },
    ],
    foreignKeys: [
      {
        name: 'legal_basis_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'merchant_version',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'merchant_version_pk',
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'facts',
        type: 'text',
      },
      {
        name: 'changed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'changed_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [
      {
        name: 'merchant_version_number_unique',
        columnNames: ['merchant_id', 'number'],
      },
    ],
    indices: [],
    checks: [],
    foreignKeys: [
      {
        name: 'merchant_version_merchant_fk',
        columnNames: ['merchant_id'],
        referencedTableName: 'merchant',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'message',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'message_pk',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'variables',
        type: 'text',
      },
      {
        name: 'path',
        type: 'varchar',
        length: '200',
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'read_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'mailed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'attempts',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'message_account',
        columnNames: ['account_id'],
      },
      {
        name: 'message_mailed',
        columnNames: ['mailed_at'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'message_account_fk',
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'notice_draft',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'notice_draft_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'title',
        type: 'varchar',
        length: '120',
      },
      {
        name: 'body',
        type: 'text',
      },
      {
        name: 'list_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'corrects_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'document_number',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'working_days',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'first_day',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'last_day',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'facts',
        type: 'text',
      },
      {
        name: 'hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'prepared_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'prepared_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'notice_draft_programme',
        columnNames: ['programme_id'],
      },
    ],
    checks: [
      {
        name: 'notice_draft_kind_check',
        expression:
          "\"kind\" IN ('call', 'defence', 'publicity', 'publication', 'correction', 'revocation', 'termination')",
      },
    ],
    foreignKeys: [
      {
        name: 'notice_draft_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'park',
    columns: [
      {
        name: 'code',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'park_pk',
      },
      {
        name: 'name_zh',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'name_en',
        type: 'varchar',
        length: '80',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'since_year',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'pilot_site',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'pilot_site_pk',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'name',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'since_year',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [],
    checks: [
      {
        name: 'pilot_site_kind_check',
        expression: "\"kind\" IN ('town', 'village')",
      },
    ],
    foreignKeys: [],
  },
  {
    name: 're_review',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 're_review_pk',
      },
      {
        name: 'objection_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'opinion',
        type: 'text',
      },
      {
        name: 'figures',
        type: 'text',
      },
      {
        name: 'scores',
        type: 'text',
      },
      {
        name: 'recorded_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'recorded_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'lock_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'notice_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 're_review_objection_unique',
        columnNames: ['objection_id'],
      },
    ],
    indices: [
      {
        name: 're_review_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 're_review_objection_fk',
        columnNames: ['objection_id'],
        referencedTableName: 'objection',
        referencedColumnNames: ['id'],
      },
      {
        name: 're_review_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'recommendation',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'recommendation_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'conclusion',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'rank',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'opinion',
        type: 'text',
      },
      {
        name: 'decline_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'reviewer_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'reviewed_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'seal_scan_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'approver_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'approved_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'recommendation_application_unique',
        columnNames: ['application_id'],
      },
    ],
    indices: [
      {
        name: 'recommendation_rank',
        columnNames: ['division_code', 'category_id', 'rank'],
      },
    ],
    checks: [
      {
        name: 'recommendation_conclusion_check',
        expression: "\"conclusion\" IN ('recommend', 'decline')",
      },
    ],
    foreignKeys: [
      {
        name: 'recommendation_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'reexamination_request',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'reexamination_request_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'statement',
        type: 'text',
      },
      {
        name: 'requested_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'requested_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'answer_due_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'decision',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'reply',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'decided_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'decided_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'reexamination_request_application_unique',
        columnNames: ['application_id'],
      },
    ],
    indices: [
      {
        name: 'reexamination_request_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'reexamination_request_decision_check',
        expression: "\"decision\" IN ('accepted', 'refused')",
      },
    ],
    foreignKeys: [
      {
        name: 'reexamination_request_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'related_merchant',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'related_merchant_pk',
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'credit_code',
        type: 'varchar',
        length: '18',
        isNullable: true,
      },
      {
        name: 'related_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'relation',
        type: 'varchar',
        length: '20',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'related_merchant_merchant',
        columnNames: ['merchant_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'related_merchant_merchant_fk',
        columnNames: ['merchant_id'],
        referencedTableName: 'merchant',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'rule_version',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'rule_version_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'rules',
        type: 'text',
      },
      {
        name: 'hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'reason',
        type: 'text',
      },
      {
        name: 'author_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'created_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'frozen_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'rule_version_number_unique',
        columnNames: ['programme_id', 'number'],
      },
    ],
    indices: [],
    checks: [],
    foreignKeys: [
      {
        name: 'rule_version_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'score_adjustment',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'score_adjustment_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'points',
        type: 'integer',
      },
      {
        name: 'reason',
        type: 'text',
      },
      {
        name: 'evidence_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'decided_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'decided_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'score_adjustment_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'score_adjustment_kind_check',
        expression: "\"kind\" IN ('bonus', 'deduction')",
      },
    ],
    foreignKeys: [
      {
        name: 'score_adjustment_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'score_sheet',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'score_sheet_pk',
      },
      {
        name: 'round_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'seat_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'position',
        type: 'integer',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'scores',
        type: 'text',
      },
      {
        name: 'comments',
        type: 'text',
      },
      {
        name: 'total',
        type: 'integer',
        isNullable: true,
      },
      {
        name: 'first_opened_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'completed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'saved_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'signed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'chain_head',
        type: 'varchar',
        length: '64',
        isNullable: true,
      },
      {
        name: 'dissent',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'void_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'score_sheet_seat_unique',
        columnNames: ['round_id', 'application_id', 'seat_id'],
      },
    ],
    indices: [
      {
        name: 'score_sheet_application',
        columnNames: ['application_id'],
      },
      {
        name: 'score_sheet_round',
        columnNames: ['round_id', 'state'],
      },
      {
        name: 'score_sheet_judge',
        columnNames: ['account_id', 'round_id', 'position', 'id', 'seat_id', 'state', 'total'],
      },
    ],
    checks: [
      {
        name: 'score_sheet_state_check',
        expression: "\"state\" IN ('Open', 'Signed', 'Voided')",
      },
    ],
    foreignKeys: [
      {
        name: 'score_sheet_round_fk',
        columnNames: ['round_id'],
        referencedTableName: 'round',
        referencedColumnNames: ['id'],
      },
      {
        name: 'score_sheet_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
      {
        name: 'score_sheet_seat_fk',
        columnNames: ['seat_id'],
        referencedTableName: 'seat',
        referencedColumnNames: ['id'],
      },
      {
        name: 'score_sheet_account_fk',
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'screening',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'screening_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'result',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'basis',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'remedy',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'statement_due_on',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'screener_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'screened_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'screening_application_unique',
        columnNames: ['application_id'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'screening_result_check',
        expression: "\"result\" IN ('in', 'out')",
      },
    ],
    foreignKeys: [
      {
        name: 'screening_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'screening_statement',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'screening_statement_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'statement',
        type: 'text',
      },
      {
        name: 'stated_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'stated_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'answer_due_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'outcome',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'reply',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'replied_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'replied_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'screening_statement_application_unique',
        columnNames: ['application_id'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'screening_statement_outcome_check',
        expression: "\"outcome\" IN ('upheld', 'reopened')",
      },
    ],
    foreignKeys: [
      {
        name: 'screening_statement_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'session',
    columns: [
      {
        name: 'id_hash',
        type: 'varchar',
        length: '64',
        isPrimary: true,
        primaryKeyConstraintName: 'session_pk',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'data',
        type: 'text',
      },
      {
        name: 'last_seen_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'session_account',
        columnNames: ['account_id'],
      },
    ],
    checks: [],
    foreignKeys: [],
  },
  {
    name: 'shop',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'shop_pk',
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'platform',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'shop_name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'url',
        type: 'varchar',
        length: '200',
      },
      {
        name: 'icp',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'shop_no',
        type: 'varchar',
        length: '40',
        isNullable: true,
      },
      {
        name: 'opened_on',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'same_subject',
        type: 'integer',
      },
      {
        name: 'subject_note',
        type: 'varchar',
        length: '200',
        isNullable: true,
      },
      {
        name: 'authorisation_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'licence_shot_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'main_goods',
        type: 'varchar',
        length: '60',
        isNullable: true,
      },
      {
        name: 'delivery_promise',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'status',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'shop_merchant',
        columnNames: ['merchant_id'],
      },
      {
        name: 'shop_platform_number',
        columnNames: ['platform', 'shop_no'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'shop_merchant_fk',
        columnNames: ['merchant_id'],
        referencedTableName: 'merchant',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'signal_note',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'signal_note_pk',
      },
      {
        name: 'round_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'signal',
        type: 'varchar',
        length: '16',
      },
      {
        name: 'kind',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'seat_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'outcome',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'note',
        type: 'text',
      },
      {
        name: 'noted_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'noted_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'signal_note_signal',
        columnNames: ['round_id', 'signal'],
      },
    ],
    checks: [
      {
        name: 'signal_note_outcome_check',
        expression: "\"outcome\" IN ('lookedInto', 'explained', 'passedOn')",
      },
    ],
    foreignKeys: [
      {
        name: 'signal_note_round_fk',
        columnNames: ['round_id'],
        referencedTableName: 'round',
        referencedColumnNames: ['id'],
      },
      {
        name: 'signal_note_seat_fk',
        columnNames: ['seat_id'],
        referencedTableName: 'seat',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'standing_lock',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'standing_lock_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'category_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'number',
        type: 'integer',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'input_hash',
        type: 'varchar',
        length: '64',
      },
      {
        name: 'input',
        type: 'text',
      },
      {
        name: 'result',
        type: 'text',
      },
      {
        name: 'spread_note',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'first_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'first_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'second_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'second_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'witnessed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'witnessed_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'unlock_first_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'unlock_first_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'unlock_second_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'superseded_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
      {
        name: 'superseded_reason',
        type: 'text',
        isNullable: true,
      },
    ],
    uniques: [
      {
        name: 'standing_lock_number_unique',
        columnNames: ['category_id', 'number'],
      },
    ],
    indices: [],
    checks: [
      {
        name: 'standing_lock_state_check',
        expression: "\"state\" IN ('Proposed', 'Locked', 'Superseded')",
      },
    ],
    foreignKeys: [
      {
        name: 'standing_lock_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
      {
        name: 'standing_lock_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'category',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'standing',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'standing_pk',
      },
      {
        name: 'lock_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'standing',
        type: 'integer',
      },
      {
        name: 'shared',
        type: 'integer',
      },
      {
        name: 'composite_millionths',
        type: 'integer',
      },
      {
        name: 'outcome',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'working',
        type: 'text',
      },
      {
        name: 'summary',
        type: 'text',
      },
    ],
    uniques: [
      {
        name: 'standing_application_unique',
        columnNames: ['lock_id', 'application_id'],
      },
    ],
    indices: [
      {
        name: 'standing_application',
        columnNames: ['application_id'],
      },
      {
        name: 'standing_lock_standing',
        columnNames: ['lock_id', 'standing'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'standing_lock_fk',
        columnNames: ['lock_id'],
        referencedTableName: 'standing_lock',
        referencedColumnNames: ['id'],
      },
      {
        name: 'standing_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'step_record',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'step_record_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'guard',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'text',
        type: 'text',
      },
      {
        name: 'recorded_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'role',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'recorded_at',
        type: 'varchar',
        length: '24',
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'step_record_programme',
        columnNames: ['programme_id', 'guard'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'step_record_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'title',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'title_pk',
      },
      {
        name: 'programme_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'year',
        type: 'integer',
      },
      {
        name: 'category_code',
        type: 'varchar',
        length: '4',
      },
      {
        name: 'merchant_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'merchant_name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'search_name',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'division_code',
        type: 'varchar',
        length: '12',
      },
      {
        name: 'certificate_number',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'verify_code',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'state',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'state_since',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'state_reason',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'valid_from',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'valid_to',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'conferred_by',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'conferred_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'title_verify_unique',
        columnNames: ['verify_code'],
      },
      {
        name: 'title_certificate_unique',
        columnNames: ['certificate_number'],
      },
    ],
    indices: [
      {
        name: 'title_merchant',
        columnNames: ['merchant_id'],
      },
      {
        name: 'title_year_category',
        columnNames: ['year', 'category_code'],
      },
    ],
    checks: [
      {
        name: 'title_state_check',
        expression: "\"state\" IN ('Active', 'UnderReview', 'Warned', 'Revoked', 'Expired')",
      },
    ],
    foreignKeys: [
      {
        name: 'title_programme_fk',
        columnNames: ['programme_id'],
        referencedTableName: 'programme',
        referencedColumnNames: ['id'],
      },
      {
        name: 'title_merchant_fk',
        columnNames: ['merchant_id'],
        referencedTableName: 'merchant',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'upload_receipt',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'upload_receipt_pk',
      },
      {
        name: 'number',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'account_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'started_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'completed_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'files',
        type: 'integer',
      },
    ],
    uniques: [
      {
        name: 'upload_receipt_number_unique',
        columnNames: ['number'],
      },
    ],
    indices: [
      {
        name: 'upload_receipt_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [],
    foreignKeys: [
      {
        name: 'upload_receipt_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'veto_check',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '20',
        isPrimary: true,
        primaryKeyConstraintName: 'veto_check_pk',
      },
      {
        name: 'application_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'check_point',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'rule',
        type: 'varchar',
        length: '4',
      },
      {
        name: 'source',
        type: 'varchar',
        length: '60',
      },
      {
        name: 'as_of',
        type: 'varchar',
        length: '10',
      },
      {
        name: 'result',
        type: 'varchar',
        length: '40',
      },
      {
        name: 'decided_on',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'cleared_on',
        type: 'varchar',
        length: '10',
        isNullable: true,
      },
      {
        name: 'note',
        type: 'text',
        isNullable: true,
      },
      {
        name: 'evidence_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'checker_id',
        type: 'varchar',
        length: '20',
      },
      {
        name: 'checked_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'second_reader_id',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'second_read_at',
        type: 'varchar',
        length: '24',
        isNullable: true,
      },
    ],
    uniques: [],
    indices: [
      {
        name: 'veto_check_application',
        columnNames: ['application_id'],
      },
    ],
    checks: [
      {
        name: 'veto_check_check_point_check',
        expression: "\"check_point\" IN ('K1', 'K2', 'K3', 'K4')",
      },
      {
        name: 'veto_check_result_check',
        expression: "\"result\" IN ('Clear', 'Flag', 'Hit', 'Unavailable')",
      },
    ],
    foreignKeys: [
      {
        name: 'veto_check_application_fk',
        columnNames: ['application_id'],
        referencedTableName: 'application',
        referencedColumnNames: ['id'],
      },
    ],
  },
  {
    name: 'working_day_year',
    columns: [
      {
        name: 'year',
        type: 'integer',
        isPrimary: true,
        primaryKeyConstraintName: 'working_day_year_pk',
      },
      {
        name: 'holidays',
        type: 'text',
      },
      {
        name: 'make_up_days',
        type: 'text',
      },
      {
        name: 'source',
        type: 'varchar',
        length: '200',
      },
      {
        name: 'changed_by',
        type: 'varchar',
        length: '20',
        isNullable: true,
      },
      {
        name: 'changed_at',
        type: 'varchar',
        length: '24',
      },
      {
        name: 'version',
        type: 'integer',
      },
    ],
    uniques: [],
    indices: [],
    checks: [],
    foreignKeys: [],
  },
];
