/** When people write and answer: weekdays, working hours, a desk that grows. All in UTC. */

import type { Random } from "./random";

export const MINUTES_PER_DAY = 1440;
const DAYS = 60;
/** The four newest, so that a fresh desk never looks asleep, whatever the hour. */
const JUST_NOW = [3, 12, 27, 51];

export interface Clock {
  /** Ages of `count` tickets in minutes, oldest first. */
  ages(random: Random, count: number): number[];
  /** The given moment, or the next one at which people work; never later than a minute ago. */
  atWork(minutesAgo: number): number;
  /** 0 for Sunday. */
  weekday(minutesAgo: number): number;
}

export function createClock(now: Date): Clock {
  const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000);
  const weekday = (minutesAgo: number) => at(minutesAgo).getUTCDay();
  const weekend = (minutesAgo: number) => [0, 6].includes(weekday(minutesAgo));
  const hour = (minutesAgo: number) => at(minutesAgo).getUTCHours();

  /** How likely a customer writes at that minute, 0 to 1. */
  function rhythm(minutesAgo: number): number {
    const h = hour(minutesAgo);
    const daily = h >= 8 && h < 18 ? 1 : h >= 6 && h < 21 ? 0.35 : 0.06;
    const growth = 1 - (0.7 * minutesAgo) / (DAYS * MINUTES_PER_DAY);
    return daily * growth * (weekend(minutesAgo) ? 0.15 : 1);
  }

  return {
    weekday,
    ages(random, count) {
      const ages = new Set(JUST_NOW);
      while (ages.size < count) {
        const minutesAgo = random.whole(60, DAYS * MINUTES_PER_DAY - 1);
        if (random.chance(rhythm(minutesAgo))) ages.add(minutesAgo);
      }
      return [...ages].sort((a, b) => b - a);
    },
    atWork(minutesAgo) {
      let moment = minutesAgo;
      while (moment > 31 && (weekend(moment) || hour(moment) < 8 || hour(moment) >= 18))
        moment -= 30;
      return Math.max(1, moment);
    },
  };
}
