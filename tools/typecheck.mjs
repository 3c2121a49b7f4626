import ts from 'typescript';

/**
 * Checks the types of one folder and its imports, with the settings under which `tsc` checks the whole workspace: `node
 * tools/typecheck.mjs FOLDER`. (The command line of `tsc` takes either settings or a folder.)
 */
const [folder] = process.argv.slice(2);

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const settings = { ...config, include: [`${folder}/**/*.ts`] };
const { options, fileNames } = ts.parseJsonConfigFileContent(settings, ts.sys, process.cwd());

const complaints = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
process.stderr.write(
  ts.formatDiagnosticsWithColorAndContext(complaints, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => '\n',
  }),
);
process.exitCode = complaints.length === 0 ? 0 : 1;
