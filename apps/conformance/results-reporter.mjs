/** Sends the results of the tests to the process that started Jest. */
export default class ResultsReporter {
  async onRunComplete(_contexts, { testResults }) {
    const files = testResults.map(({ testFilePath, failureMessage, testResults: tests }) => ({
      path: testFilePath,
      failure: failureMessage ?? null,
      tests: tests.map(({ fullName, status, failureMessages }) => ({
        name: fullName,
        status,
        failures: failureMessages,
      })),
    }));
    if (process.send) await new Promise((sent) => process.send(files, sent));
  }
}
