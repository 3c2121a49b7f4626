import ts from 'typescript';

/**
 * Checks the types of one folder and its imports, with the settings under which `tsc` checks the whole workspace: `node
 * tools/typecheck.mjs FOLDER`. (The command line of `tsc` takes either settings or a folder.)
 */
const [folder] = process.argv.slice(2);

/** A folder with settings of its own is for another runtime, whose types nobody else may see. */
const own = `${folder}/tsconfig.json`;
const { config } = ts.readConfigFile(ts.sys.fileExists(own) ? own : 'tsconfig.json', ts.sys.readFile);
const { options, fileNames } = ts.sys.fileExists(own)
  ? ts.parseJsonConfigFileContent(config, ts.sys, folder)
  : ts.parseJsonConfigFileContent({ ...config, include: [`${folder}/**/*.ts`] }, ts.sys, process.cwd());

const complaints = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
process.stderr.write(
  ts.formatDiagnosticsWithColorAndContext(complaints, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => '\n',
  }),
);
process.exitCode = complaints.length === 0 ? 0 : 1;
