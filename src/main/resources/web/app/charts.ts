// The only module that knows ECharts; loaded when the first chart is drawn.
import { LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Measured, TrialRow } from "./api.ts";
import { score } from "./format.ts";

use([LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** A canvas that follows the size of its box. */
export class Chart {
  private readonly chart: ECharts;
  private readonly size: ResizeObserver;

  constructor(box: HTMLElement) {
    box.setAttribute("role", "img");
    this.chart = init(box);
    this.size = new ResizeObserver(() => this.chart.resize());
    this.size.observe(box);
    this.chart.on("click", (event) => {
      const href = (event.data as { href?: string })?.href;
      if (href) {
        location.assign(href);
      }
    });
  }

  show(option: EChartsCoreOption) {
    this.chart.setOption(option, { notMerge: true });
  }

  dispose() {
    this.size.disconnect();
    this.chart.dispose();
  }
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--th-${name}`).trim();

export const series = (index: number) => token(`series-${(index % 6) + 1}`);

function frame(xName: string, yName: string): EChartsCoreOption {
  const soft = token("ink-soft");
  const axis = {
    nameTextStyle: { color: soft },
    axisLabel: { color: soft },
    axisLine: { lineStyle: { color: token("line-strong") } },
    splitLine: { lineStyle: { color: token("line") } },
  };
  return {
    animation: false,
    textStyle: { fontFamily: "Inter, system-ui, sans-serif" },
    grid: { left: 62, right: 22, top: 36, bottom: 44 },
    tooltip: {
      backgroundColor: token("raised"),
      borderColor: token("line-strong"),
      textStyle: { color: token("ink"), fontSize: 13 },
    },
    xAxis: { ...axis, type: "value", name: xName, nameLocation: "middle", nameGap: 28, minInterval: 1, splitLine: { show: false } },
    yAxis: { ...axis, type: "value", name: yName, scale: true, nameTextStyle: { color: soft, align: "left", padding: [0, 0, 0, -40] } },
  };
}

export function historyOption(
  trials: TrialRow[],
  best: [number, number][],
  family: string,
  metric: string,
  job: string,
): EChartsCoreOption {
  const dot = token("dot");
  const picked = series(1);
  // A few very bad trials must not squeeze the rest: the axis ends at the better nine tenths.
  const sorted = trials.map((trial) => trial.score!).sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.05)]!;
  const high = sorted[Math.floor(sorted.length * 0.95)]!;
  const bestValue = best.at(-1)![1];
  const spread = Math.max(high - low, Math.abs(high) * 0.002) * 0.15;
  const option = frame("trial", metric);
  Object.assign(option.yAxis as object, trials.length < 20 ? {} : {
    min: Math.min(low, bestValue) - spread,
    max: Math.max(high, bestValue) + spread,
    axisLabel: { color: token("ink-soft"), showMinLabel: false, showMaxLabel: false, formatter: (value: number) => score(value) },
  });
  return {
    ...option,
    series: [
      {
        type: "scatter",
        symbolSize: trials.length > 500 ? 5 : 8,
        data: trials.map((trial) => ({
          value: [trial.trial, trial.score],
          family: trial.family,
          href: `/searches/${job}/trials/${trial.trial}`,
          itemStyle: { color: trial.family === family ? picked : dot, opacity: family && trial.family !== family ? 0.45 : 0.85 },
        })),
        tooltip: {
          formatter: ({ data }: { data: { value: [number, number]; family: string } }) =>
            `trial ${data.value[0]}, ${escape(data.family)}<br><b>${score(data.value[1])}</b>`,
        },
      },
      {
        type: "line",
        step: "end",
        symbol: "none",
        silent: true,
        lineStyle: { color: series(0), width: 2 },
        data: best,
      },
    ],
  };
}

export function curveOption(measurements: Measured[]): EChartsCoreOption {
  const folds = [...new Set(measurements.map((each) => each.fold))].sort((a, b) => a - b);
  const option = frame("step", "loss");
  const line = (fold: number, name: string, data: number[][], dashed: boolean) => ({
    type: "line",
    name: `fold ${fold + 1}, ${name}`,
    sampling: "lttb",
    showSymbol: data.length < 2,
    lineStyle: { color: series(fold), width: dashed ? 1.25 : 1.75, type: dashed ? "dashed" : "solid", opacity: dashed ? 0.7 : 1 },
    itemStyle: { color: series(fold) },
    data,
  });
  return {
    ...option,
    tooltip: { ...(option.tooltip as object), trigger: "axis", valueFormatter: (value: number) => score(value) },
    series: folds.flatMap((fold) => {
      const own = measurements.filter((each) => each.fold === fold);
      const trained = own.filter((each) => each.trainingLoss != null);
      const validation = line(fold, "validation", own.map((each) => [each.step, each.validationLoss]), false);
      return trained.length
        ? [validation, line(fold, "training", trained.map((each) => [each.step, each.trainingLoss!]), true)]
        : [validation];
    }),
  };
}

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
