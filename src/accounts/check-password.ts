import type { Config } from '../config/config.js';
import { passwordProblem } from '../rules/accounts/password-rule.js';
import { Refusal } from '../rules/refusal.js';

let list: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that leaked most often; read when somebody first chooses a password. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'] as readonly string[]),
  );
  return list;
}

/** @throws Refusal that says why this person should not use this password */
export async function checkPassword(
  password: string,
  person: { readonly mobile: string; readonly personName: string },
  { office }: Pick<Config, 'office'>,
  field: string,
): Promise<void> {
  const problem = passwordProblem(password, {
    mobile: person.mobile,
    names: [person.personName, office.name],
    common: await commonPasswords(),
  });
  if (problem) throw new Refusal(problem, {}, field);
}
