import { PLAIN, type Paper, type Signature, heading, paragraph } from '../../../paper/paper.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { formatDay } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { DecisionRow } from '../applicant.queries.js';
import type { ApplicationFile } from '../application-file.js';
import { categoryName } from './form-frame.js';

type Words = Pick<PageContext, 't' | 'lang' | 'office'>;
type Build = (words: Words) => Paper;

/** 资格不通过告知书 or 不予推荐告知书, as the applicant was told; null while no office has refused. */
export function decisionPaper(file: ApplicationFile, decision: DecisionRow | null): Build | null {
  const { state } = file.application;
  if (applicationIn.screenedOut.has(state) && decision?.screenedAt) {
    return screenedOut(file, decision, beijingDate(decision.screenedAt));
  }
  if (applicationIn.declined.has(state) && decision?.approvedAt) {
    return declined(file, decision, beijingDate(decision.approvedAt));
  }
  return null;
}

function screenedOut(file: ApplicationFile, decision: DecisionRow, on: string): Build {
  return (words) => {
    const { t, lang, office } = words;
    const { reason, basis, remedy, statementDueOn } = decision;
    const part = (key: string, text: string | null) =>
      text ? [heading(t(`paper.decision.${key}`)), paragraph(text)] : [];
    return {
      ...letter(file, 'document.screeningRefusalLetter', words),
      blocks: [
        paragraph(t('paper.decision.screenedOut', subject(file, words))),
        ...part('reason', reason),
        ...part('basis', basis),
        ...part('remedy', remedy),
        ...(statementDueOn
          ? [paragraph(t('paper.decision.stateUntil', { day: formatDay(lang, statementDueOn) }))]
          : []),
      ],
      signature: signature(office, on, words),
    };
  };
}

function declined(file: ApplicationFile, decision: DecisionRow, on: string): Build {
  return (words) => {
    const { t } = words;
    const division = t(`division.${file.application.divisionCode}`);
    return {
      ...letter(file, 'document.nonRecommendationLetter', words),
      blocks: [
        paragraph(t('paper.decision.declined', subject(file, words))),
        heading(t('paper.decision.reason')),
        paragraph(decision.opinion ?? ''),
        heading(t('paper.decision.remedy')),
        paragraph(t('paper.decision.askAgain')),
      ],
      signature: signature(t('paper.decision.divisionOffice', { division }), on, words),
    };
  };
}

function letter({ register }: ApplicationFile, title: string, { t, lang }: Words) {
  const addressee = t('applications.letter.to', { name: register.merchant.name });
  return { ...PLAIN, lang, title: t(title), addressee };
}

function subject({ application, programme }: ApplicationFile, words: Words) {
  return {
    programme: programme.name,
    category: categoryName(application, words),
    receiptNumber: application.receiptNumber ?? '',
  };
}

function signature(signatory: string, on: string, { lang }: Words): Signature {
  return { signatory, day: formatDay(lang, on), isoDay: on };
}
