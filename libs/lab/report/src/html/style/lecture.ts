/** The page of a lecture: a claim is a section with a picture. */
export const LECTURE = `
.lesson { border-top: 1px solid var(--rule); padding-top: 1.5rem }
.lesson dd .note { display: block; margin: 0 }
.lesson figure { margin-top: 1.25rem } .lesson img { max-width: 100%; height: auto }
`;
