export const LessonsView = () => <h1>Lessons</h1>;
