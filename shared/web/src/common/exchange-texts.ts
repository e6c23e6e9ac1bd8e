import en from '../texts/en/exchange.json';
import kk from '../texts/kk/exchange.json';
import ru from '../texts/ru/exchange.json';
import { speaking } from './texts';

export type ExchangeKey = keyof typeof kk;
export const useExchangeTexts = speaking<ExchangeKey>({ kk, ru, en });
