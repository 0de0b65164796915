package io.rendezvous.systemtest.load.report;

import io.rendezvous.systemtest.load.measure.Latency;
import io.rendezvous.systemtest.load.measure.Measured;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Pictures of one scenario: how overhead is distributed, and which process the CPU time went to.
 */
public final class Plot {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  /** A logarithm needs something above nothing. */
  private static final double LEAST_MILLIS = 0.01;

  private Plot() {}

  /** Writes PNG files into the folder; returns their names. */
  public static List<String> write(Report report, Path folder) throws IOException {
    var names = new ArrayList<String>();
    List<Measured> measured = report.systems().stream().filter(one -> one.turns() > 0).toList();
    if (!measured.isEmpty()) {
      Files.createDirectories(folder);
      names.add(save(latency(report, measured), folder, report.scenario() + "-overhead.png"));
      names.add(save(cpu(report, measured), folder, report.scenario() + "-cpu.png"));
    }
    return names;
  }

  private static String save(Chart<?, ?> chart, Path folder, String name) throws IOException {
    BitmapEncoder.saveBitmap(chart, folder.resolve(name).toString(), BitmapFormat.PNG);
    return name;
  }

  private static XYChart latency(Report report, List<Measured> systems) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(report.scenario() + ": overhead of a turn")
            .xAxisTitle("share of turns, in nines (1 is 90 %, 2 is 99 %)")
            .yAxisTitle("ms")
            .build();
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setXAxisDecimalPattern("0.0");
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    systems.forEach(one -> curve(chart, one.system(), one.overhead()));
    report.hops().forEach((name, times) -> curve(chart, name, times));
    return chart;
  }

  private static void curve(XYChart chart, String name, Latency times) {
    List<Double> nines =
        IntStream.range(0, times.curve().size())
            .mapToObj(step -> Math.abs(Math.log10(1 - Latency.percentile(step) / 100)))
            .toList();
    List<Double> millis = times.curve().stream().map(t -> Math.max(LEAST_MILLIS, t)).toList();
    chart.addSeries(name, nines, millis).setMarker(SeriesMarkers.NONE);
  }

  private static CategoryChart cpu(Report report, List<Measured> systems) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(report.scenario() + ": CPU time of a turn")
            .yAxisTitle("ms")
            .build();
    chart.getStyler().setStacked(true);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    var names = new TreeSet<String>();
    systems.forEach(one -> names.addAll(one.cpuMillisPerTurn().keySet()));
    List<String> labels = systems.stream().map(Measured::system).toList();
    for (String name : names) {
      chart.addSeries(
          name,
          labels,
          systems.stream().map(one -> one.cpuMillisPerTurn().getOrDefault(name, 0.0)).toList());
    }
    return chart;
  }
}
