export { httpCompanyDirectory, httpCompanyNews, httpJobBoard, httpJobNews, httpJobRegister } from './ports';
export { publishedKeys } from './published-keys';
export { serviceClient } from './service-client';
