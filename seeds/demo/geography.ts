/** The six divisions in customary order with their share of the city's merchants, in per cent. */
export interface DemoDivision {
  readonly code: string;
  readonly name: string;
  readonly share: number;
  readonly towns: readonly string[];
  readonly pilotTowns: readonly string[];
  readonly pilotVillages: readonly string[];
}

export const DIVISIONS: readonly DemoDivision[] = [
  {
    code: '330802',
    name: '柯城区',
    share: 27,
    towns: ['府前街道', '荷塘街道', '白云岭街道', '航桥镇', '石桥乡'],
    pilotTowns: ['航桥镇'],
    pilotVillages: ['橘香村', '上荷塘村', '石桥头村'],
  },
  {
    code: '330803',
    name: '衢江区',
    share: 16,
    towns: ['樟树街道', '浮桥街道', '莲溪镇', '杜坑镇', '岭下乡'],
    pilotTowns: ['莲溪镇'],
    pilotVillages: ['莲溪村', '杜坑口村'],
  },
  {
    code: '330825',
    name: '龙游县',
    share: 16,
    towns: ['东阁街道', '灵溪街道', '湖山镇', '塔下镇', '竹海乡'],
    pilotTowns: ['湖山镇', '塔下镇'],
    pilotVillages: ['竹海村', '灵溪口村'],
  },
  {
    code: '330881',
    name: '江山市',
    share: 19,
    towns: ['双溪街道', '虎岭街道', '须水镇', '峡里镇', '保安岭乡'],
    pilotTowns: ['须水镇'],
    pilotVillages: ['峡里村', '双溪村', '虎岭脚村'],
  },
  {
    code: '330822',
    name: '常山县',
    share: 12,
    towns: ['天鹅街道', '金钟街道', '柚乡镇', '芳溪镇', '同心乡'],
    pilotTowns: ['柚乡镇'],
    pilotVillages: ['柚乡村', '芳溪村'],
  },
  {
    // One village only: the roll-up flags it, as the survey asks for two.
    code: '330824',
    name: '开化县',
    share: 10,
    towns: ['芹溪街道', '根雕街道', '马金岭镇', '苏源镇', '齐溪乡'],
    pilotTowns: ['苏源镇'],
    pilotVillages: ['齐溪头村'],
  },
];
