using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>What a figure draws, apart from its title and texts. One derived record for each kind of chart.</summary>
internal abstract record Chart
{
    /// <summary>Height in pixels at which the marks have room.</summary>
    public abstract int PreferredHeight { get; }

    /// <summary>Traces and layout of the figure; the title and the source are not yet in it.</summary>
    public abstract Drawing Draw(Figure figure);

    /// <summary>The chart in words with its numbers.</summary>
    public abstract string Describe(Figure figure);

    /// <summary>Whether none of the rows makes a mark.</summary>
    public virtual bool HasNoMarks => false;

    /// <summary>Names of the marks that a row of the frame makes, for its evidence in CSV.</summary>
    public abstract IEnumerable<Mark> MarksOf(int row);
}

/// <summary>A drawn chart.</summary>
/// <param name="Traces">plotly.js traces.</param>
/// <param name="Layout">plotly.js layout of axes, legend, annotations and shapes.</param>
/// <param name="Margin">Room that labels need around the plot, in pixels; the title and the source come on top of it.</param>
internal sealed record Drawing(JsonArray Traces, JsonObject Layout, Margin Margin);

/// <summary>Room around a plot, in pixels.</summary>
internal readonly record struct Margin(double Left, double Top, double Right, double Bottom);
