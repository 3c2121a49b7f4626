/** What names and titles are made of. The rows depend on the order and on the number of the words. */
export const words = {
  levels: ['Junior', 'Senior', 'Lead', 'Assistant'],
  fields: [
    ...['Accounting', 'Automation', 'Backend', 'Cloud', 'Compliance', 'Data', 'Design', 'Export', 'Field', 'Finance'],
    ...['Frontend', 'Harbour', 'Laboratory', 'Logistics', 'Marketing', 'Network', 'Operations', 'Payroll', 'Product'],
    ...['Quality', 'Research', 'Retail', 'Safety', 'Security', 'Training'],
  ],
  roles: [
    ...['Administrator', 'Adviser', 'Analyst', 'Architect', 'Auditor', 'Buyer', 'Clerk', 'Consultant', 'Controller'],
    ...['Coordinator', 'Developer', 'Director', 'Engineer', 'Examiner', 'Inspector', 'Manager', 'Officer', 'Planner'],
    ...['Programmer', 'Recruiter', 'Scientist', 'Specialist', 'Supervisor', 'Technician', 'Translator'],
  ],
  founders: [
    ...['Abbott', 'Baker', 'Chandra', 'Dietrich', 'Eriksen', 'Fontaine', 'Grimaldi', 'Hoshino', 'Ibarra', 'Jansen'],
    ...['Kowalski', 'Lindqvist', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quinn', 'Rossi', 'Silva', 'Tanaka'],
    ...['Ueda', 'Vargas', 'Whitfield', 'Yilmaz', 'Zhang'],
  ],
  forms: ['Partners', 'Systems', 'Logistics', 'Foods', 'Studio', 'Energy', 'Robotics'],
  towns: [
    ...['Aarhus', 'Bergen', 'Bologna', 'Bristol', 'Cordoba', 'Dublin', 'Geneva', 'Ghent', 'Graz', 'Halifax', 'Kyoto'],
    ...['Lagos', 'Leipzig', 'Lyon', 'Malmo', 'Montreal', 'Nairobi', 'Oporto', 'Pune', 'Quito', 'Tallinn', 'Utrecht'],
    ...['Zagreb'],
  ],
  firstNames: ['Ada', 'Bruno', 'Chiara', 'David', 'Elif', 'Farid', 'Grace', 'Hugo', 'Ingrid', 'Jamal', 'Keiko', 'Lena'],
} as const;
