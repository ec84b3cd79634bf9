import { OfflineController } from './pages/offline.controller.js';
import { WorkerController } from './pages/worker.controller.js';
import { StoredSheetQueries } from './stored-sheets.queries.js';

/** Everything of this subject that the module of the room makes. */
export const OFFLINE_CONTROLLERS = [OfflineController, WorkerController];
export const OFFLINE_PROVIDERS = [StoredSheetQueries];
