import en from '../../texts/en/list.json';
import kk from '../../texts/kk/list.json';
import ru from '../../texts/ru/list.json';
import { speaking } from '../texts';

export type ListKey = keyof typeof kk;
export const useListTexts = speaking<ListKey>({ kk, ru, en });
