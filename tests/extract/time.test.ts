import { describe, expect, it } from 'vitest'
import { findBeginnings, findTimes } from '../../extract/time.ts'

const RECORDED = '2023-11'

describe('findTimes', () => {
  it.each([
    ['It began in 2018.', '2018'],
    ['It has been around since 2013/14.', '2013'],
    ['We began it in April, 2014.', '2014-04'],
    ['It was the end of March of 2019.', '2019-03'],
    ['On the 3rd of June 2020 it was accepted.', '2020-06-03'],
    ['On July 21, 2015 it was 1.0.', '2015-07-21'],
    ['That was two years ago.', '2021'],
    ['That was two and a half years ago.', '2021'],
    ['That was a decade ago.', '2013'],
    ['That was fifteen years ago.', '2008'],
    ['Four or five years ago we wrote it.', '2019'],
    ['It came out six months ago.', '2023-05'],
    ['It came out twelve months ago.', '2022-11'],
    ['It came out last month.', '2023-10'],
    ['It came out last year.', '2022'],
    ['It came out in May of last year.', '2022-05'],
    ['It came out in February.', '2023-02'],
    ['It came out back in December.', '2022-12'],
    ['Earlier this year it came out.', '2023'],
    ['Today we release it.', '2023-11'],
    ['We hope for summer next year.', '2024'],
  ])('reads %s', (text, iso) => {
    expect(findTimes(text, RECORDED).map((t) => t.iso)).toEqual([iso])
  })

  it.each([
    ['It has 2000 lines of code.'],
    ['We run 2010 nodes.'],
    ['Back in the 1990s nobody did.'],
    ['It may march on.'],
    ['It costs $2000.'],
    ['Version 1.2019 is out.'],
    ['That is issue #2019.'],
  ])('finds no date in %s', (text) => {
    expect(findTimes(text, RECORDED)).toEqual([])
  })

  it('leaves relative dates out when nobody knows when it was said', () => {
    expect(findTimes('Two years ago, in 2018, or last year.', undefined).map((t) => t.iso)).toEqual(['2018'])
  })

  it.each([
    ['It was 2018, I think.', true],
    ['It was around 2018.', true],
    ['It was 2018.', false],
  ])('tells whether %s is a guess', (text, vague) => {
    expect(findTimes(text, RECORDED)[0]?.vague).toBe(vague)
  })
})

describe('findBeginnings', () => {
  it.each([
    ['For six years.', '2017'],
    ['About three years now.', '2020'],
    ['Over a decade.', '2013'],
    ['Maybe 10+ years?', '2013'],
    ['Eighteen… no, six months.', '2023-05'],
  ])('reads %s', (text, iso) => {
    expect(findBeginnings(text, RECORDED).map((t) => t.iso)).toEqual([iso])
  })

  it('needs the date of the recording', () => {
    expect(findBeginnings('For four years.', undefined)).toEqual([])
  })
})
