export { documentWith, DOCUMENTS, keepBaseline } from './documents/keep';
export { drawnPlot, type Evidence, type LectureSection, picturesOf, renderLecture, renderReport } from './html';
export { THEME } from './html/style/theme';
export { claimResultsDirectory, PAGE, RESULTS, type ResultsDirectory, usualDirectory } from './results-directory';
export { textReport } from './text';
export { supplementTable } from './text/supplement-tables';
export { tableOf } from './text/table-style';
