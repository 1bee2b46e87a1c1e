export { Program } from './Program';
export { serve } from './serve';
