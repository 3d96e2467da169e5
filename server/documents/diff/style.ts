/** The style of the page, inside it: it stands alone and prints. Fonts are the system's. */
export const style = `
:root{--ink:#1d2b33;--soft:#5a6970;--line:#ddd6c8;--paper:#f6f3ec;--sheet:#fffefb;--mark:#b23c22;--old:#46606e;--up:#2e7d5b;--down:#b23c22;--tier:#a67a1c;
--sans:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif;
--serif:"Songti SC","Noto Serif CJK SC","Noto Serif SC","STSong","SimSun",Georgia,serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.7 var(--sans);font-variant-numeric:tabular-nums}
main{max-width:1120px;margin:0 auto;padding:0 28px 64px}
h1,h2,h3{margin:0;font-family:var(--serif);font-weight:600;text-wrap:balance}
h1{font-size:32px;line-height:1.3}
h2{font-size:23px;line-height:1.4;margin:52px 0 18px;padding-top:18px;border-top:2px solid var(--ink)}
h3{font-size:18px;line-height:1.5}
p{margin:0 0 8px}
.top{padding:34px 0 26px}
.brand{display:flex;gap:10px;align-items:baseline;margin-bottom:22px;color:var(--soft);font-size:13px}
.brand b{color:var(--ink);font:600 19px/1 var(--serif);letter-spacing:.1em}
.editions{display:grid;grid-template-columns:1fr 34px 1fr;gap:12px;margin-top:22px;align-items:stretch}
.edition{padding:14px 18px;background:var(--sheet);border:1px solid var(--line);border-top:4px solid var(--old)}
.edition.after{border-top-color:var(--mark)}
.edition b{display:block;font:600 17px/1.5 var(--serif)}
.edition span{display:block;color:var(--soft);font-size:13px}
.edition .which{font-weight:600;color:var(--old)}
.edition.after .which{color:var(--mark)}
.arrow{align-self:center;text-align:center;font-size:22px;color:var(--soft)}
.conclusion{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:26px;padding:22px 26px;background:var(--sheet);border:1px solid var(--line)}
.conclusion p:first-child{font:600 20px/1.6 var(--serif)}
.conclusion ul{margin:12px 0 0;padding-left:20px}
.conclusion li{margin:3px 0}
.figures{display:flex;flex-direction:column;gap:14px;min-width:150px;padding-left:26px;border-left:1px solid var(--line)}
.figure b{display:block;font:600 28px/1.15 var(--serif)}
.figure span{color:var(--soft);font-size:13px}
.up b{color:var(--up)}.down b{color:var(--down)}
.card{margin:0 0 22px;padding:22px 26px;background:var(--sheet);border:1px solid var(--line);break-inside:avoid}
.card>header{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:baseline;margin-bottom:6px}
.chip{display:inline-block;padding:1px 10px;border-radius:99px;font-size:13px;background:#ece7da;color:var(--ink);white-space:nowrap}
.chip.neverLower,.chip.added{background:#dcebe2;color:#1d5c41}
.chip.neverHigher,.chip.removed{background:#f4ddd6;color:#8c2a14}
.chip.both{background:#efe3c6;color:#6b4c0a}
.chip.undecided{background:#e3e0ea;color:#4a3d66}
.lead{margin:0 0 14px}
.method{color:var(--soft)}
.method s{text-decoration:none;color:var(--old);border-bottom:2px dashed var(--old)}
.method b{font-weight:600;color:var(--mark);border-bottom:2px solid var(--mark)}
.split{display:grid;grid-template-columns:minmax(0,640px) minmax(0,1fr);gap:26px;align-items:start}
.split.plain{display:block}
.chart{display:block;width:100%;height:auto}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 6px;font-size:13px;color:var(--soft)}
.legend i{display:inline-block;width:26px;height:0;margin-right:7px;vertical-align:middle;border-top:3px solid var(--mark)}
.legend i.before{border-top:2.5px dashed var(--old)}
.legend i.higher,.legend i.lower,.legend i.tier{height:12px;border:0;background:#2e7d5b38}
.legend i.lower{background:#b23c2238}.legend i.tier{background:#c99a2b3d}
svg text{font-family:var(--sans);fill:var(--soft);font-size:12px}
svg .name{fill:var(--ink);font-size:13px}
svg .grid{stroke:#ebe5d8}.mark,svg .axis{stroke:var(--soft)}
svg .curve{fill:none;stroke-linejoin:round;stroke-linecap:butt}
svg .curve.after{stroke:var(--mark);stroke-width:3}
svg .curve.before{stroke:var(--old);stroke-width:2.4;stroke-dasharray:7 5}
svg circle{stroke-width:2;fill:var(--sheet)}
svg circle.after{stroke:var(--mark)}svg circle.before{stroke:var(--old)}
svg circle.after.full{fill:var(--mark)}svg circle.before.full{fill:var(--old)}
svg .area.higher{fill:#2e7d5b40}svg .area.lower{fill:#b23c2240}
svg .band.higher{fill:#2e7d5b12}svg .band.lower{fill:#b23c2212}svg .band.tier{fill:#c99a2b2e}
svg .word{text-anchor:middle;font-weight:600}
svg .word.higher{fill:var(--up)}svg .word.lower{fill:var(--down)}svg .word.tier{fill:var(--tier)}
svg line.full{stroke:var(--soft);stroke-dasharray:2 4}
svg line.full.before{stroke:var(--old)}svg line.full.after{stroke:var(--mark)}
svg text.full.before{fill:var(--old)}svg text.full.after{fill:var(--mark)}
svg rect.strip{stroke:var(--sheet);stroke-width:1.5}
svg rect.strip.before.tint0{fill:#d5dee3}svg rect.strip.before.tint1{fill:#c3d0d7}
svg rect.strip.after.tint0{fill:#f1d8d0}svg rect.strip.after.tint1{fill:#e9c5ba}
svg text.strip{fill:var(--ink)}
svg .striptitle.before{fill:var(--old);font-weight:600}svg .striptitle.after{fill:var(--mark);font-weight:600}
table{width:100%;border-collapse:collapse;font-size:14px}
th,td{padding:7px 12px 7px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{border-bottom-color:var(--ink);color:var(--soft);font-size:13px;white-space:nowrap}
td.number,th.number{text-align:right;white-space:nowrap}
td.higher{color:var(--up)}td.lower{color:var(--down)}
tr.group td{font-weight:600}
.facts table+table,.facts table+p{margin-top:14px}
.facts p{font-size:14px}
.note{color:var(--soft);font-size:13px}
.mono{font:12px/1.6 var(--mono);color:#7b858a;overflow-wrap:anywhere}
.intervals{margin:0 0 10px;padding:0;list-style:none;font-size:14px}
.intervals li{padding:8px 0;border-bottom:1px solid var(--line)}
.intervals li:first-child{padding-top:0}
.intervals b,.intervals span{display:block}
.intervals b{font-weight:600}
.intervals s{text-decoration:none;color:var(--old)}.intervals em{font-style:normal;color:var(--mark)}
.intervals .higher{color:var(--up)}.intervals .lower{color:var(--down)}
.scroll{overflow-x:auto}
.rows{margin:0;padding:0;list-style:none}
.rows>li{padding:10px 0;border-bottom:1px solid var(--line);break-inside:avoid}
.rows b{font-weight:600}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:18px;margin:6px 0}
.sides div{padding:8px 12px;border-left:3px solid var(--old);background:#f2efe6;white-space:pre-line;font-size:14px}
.sides div+div{border-left-color:var(--mark)}
.sides .empty{color:var(--soft)}
.wording{columns:1}
.same{margin:0;color:var(--soft)}
.grade{display:flex;height:30px;margin:4px 0 10px;background:#ece7da;overflow:hidden}
.grade span{display:flex;align-items:center;justify-content:center;font-size:13px;border-right:2px solid var(--sheet);white-space:nowrap;overflow:hidden}
.grade.before span{background:#d5dee3}.grade.after span{background:#f1d8d0}
.grade span.same{background:#ece7da;color:var(--soft)}
.scale{display:flex;justify-content:space-between;color:var(--soft);font-size:12px}
footer{margin-top:46px;padding-top:14px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@media(max-width:900px){.split,.conclusion,.sides,.editions{grid-template-columns:minmax(0,1fr)}.arrow{transform:rotate(90deg)}.figures{flex-direction:row;flex-wrap:wrap;padding:14px 0 0;border:0;border-top:1px solid var(--line)}main{padding:0 16px 48px}}
@page{margin:14mm}
@media print{body{background:#fff;font-size:12px;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}.card,.conclusion,.edition{border-color:#ccc}h2{break-after:avoid;margin-top:28px}.split{grid-template-columns:56% 1fr}.top{padding-top:0}}
`;
