using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis;

/// <summary>Stands in until the formatters of frames and figures are merged.</summary>
internal static class TemporaryFormatters
{
    public static string Log = "";

    public static void Register()
    {
        var t = Stopwatch.GetTimestamp();
        Frames();
        Log += $"mda {Stopwatch.GetElapsedTime(t).TotalMilliseconds:0.0} ms; ";
        t = Stopwatch.GetTimestamp();
        Deedles();
        Log += $"deedle {Stopwatch.GetElapsedTime(t).TotalMilliseconds:0.0} ms; ";
        t = Stopwatch.GetTimestamp();
        Charts();
        Log += $"plotly {Stopwatch.GetElapsedTime(t).TotalMilliseconds:0.0} ms; ";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Frames() =>
        Formatter.Register<Microsoft.Data.Analysis.DataFrame>((frame, writer) => writer.Write($"<table><tr><td>{frame.Rows.Count}</td></tr></table>"), "text/html");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Deedles()
    {
        Formatter.Register(typeof(Deedle.Frame<,>), (frame, writer) => writer.Write($"<table><tr><td>{((Deedle.IFrame)frame).GetType().Name}</td></tr></table>"), "text/html");
        Formatter.Register(typeof(Deedle.Series<,>), (series, writer) => writer.Write($"<table><tr><td>{((Deedle.ISeries<string>)series).GetType().Name}</td></tr></table>"), "text/html");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Charts() =>
        Formatter.Register<Plotly.NET.GenericChart>((chart, writer) => writer.Write($"<div>{WebUtility.HtmlEncode(Plotly.NET.GenericChart.toFigureJson(chart))}</div>"), "text/html");
}

/// <summary>Times.</summary>
public static class TemporaryLog
{
    /// <summary>Times.</summary>
    public static string Text => TemporaryFormatters.Log;
}
