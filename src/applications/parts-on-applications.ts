/**
 * Who took which part on which application, for the forbidden pairs: to be put into a FROM. The names
 * are those of the pairs, and they are given here only.
 */
export const partsOnApplications = `(
  SELECT application_id, reviewer_id AS account_id, 'DivisionReviewer' AS name FROM recommendation
  UNION SELECT application_id, approver_id, 'DivisionApprover' FROM recommendation
  UNION SELECT application_id, verifier_id, 'Verifier' FROM figure
  UNION SELECT application_id, second_reader_id, 'Verifier' FROM figure)`;
