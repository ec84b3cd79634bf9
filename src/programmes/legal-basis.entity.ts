import { Entity, ForeignKey, Unique } from 'typeorm';
import { Day, Id, Instant, OneOf, RefId, Text, Version, Whole } from '../database/columns.js';

export const legalBasisTypes = [
  'approvedDemonstration',
  'approvedCommendation',
  'professionalGrading',
  'associationActivity',
] as const;
export type LegalBasisType = (typeof legalBasisTypes)[number];

/**
 * What allows the programme; nothing is announced, listed or titled without an approved one in force.
 * A renewal is the next number: the one before stays in force until it ends.
 */
@Entity()
@Unique('legal_basis_number_unique', ['programmeId', 'number'])
export class LegalBasis {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'legal_basis_programme_fk' }) @RefId() programmeId!: string;
  @Whole() number!: number;
  @OneOf(legalBasisTypes) type!: LegalBasisType;
  @Text(60) approvingOrgan!: string;
  @Text(40) documentNumber!: string;
  @Day() validFrom!: string;
  @Day() validTo!: string;
  @RefId({ nullable: true }) scanId!: string | null;
  @RefId() preparedBy!: string;
  @RefId({ nullable: true }) approvedBy!: string | null;
  @Instant({ nullable: true }) approvedAt!: string | null;
  @Version() version!: number;
}
