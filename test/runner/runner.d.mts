/** What the spec asks of the runner. */
export default class Runner {
  constructor(globalConfig: object, context: object);
  readonly _testRunners: Map<object, { readonly pool: object; run: (test: object) => unknown }>;
  _runTest(test: { readonly path: string; readonly context: { readonly config: object } }): unknown;
  answerEachAlone(projectConfig: object): void;
}
