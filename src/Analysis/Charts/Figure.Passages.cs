namespace Analysis;

public sealed partial record Figure
{
    /// <summary>The passages behind a mark as a table, each once, in the order in which they are cited; a figure without evidence has
    /// none.</summary>
    /// <param name="mark">
    /// Id of the mark, else its label; else the id of a thing that marks join with others, which gives the passages of all of them.
    /// </param>
    /// <exception cref="ArgumentException">There is no such mark; the message names the nearest.</exception>
    public DataFrame<Passage> Passages(string mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var marks = Drawn.Marks;
        Func<ChartMark, bool>[] readings =
        [
            each => each.Id == mark || Analysis.Evidence.Pair(each.Second, each.First) == mark,
            each => each.Name == mark,
            each => each.First == mark || each.Second == mark,
        ];
        var meant = readings.Select(reading => marks.Where(reading).ToArray()).FirstOrDefault(found => found.Length > 0)
            ?? throw CitedPassages.NoMark(marks, mark, "the figure has no mark");
        if (Evidence.Count == 0) return new([], "the figure cites no passages; figure.Citing(Evidence.Of(…)) puts them behind its marks");
        return meant.SelectMany(Cited.Of).DistinctBy(passage => (passage.Address, passage.Rule)).Select(passage => new Passage(
            passage.Document.Id, passage.Document.Outlet, passage.Document.Published, passage.Sentence.Text, passage.Rule,
            passage.Span.Start, passage.Span.End)).ToDataFrame();
    }
}

/// <summary>A passage behind a mark of a figure.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Outlet">Who published it; empty if that is unknown.</param>
/// <param name="Published">Publication date; null if it is unknown.</param>
/// <param name="Text">The sentence in which the passage starts.</param>
/// <param name="Rule">The rule that found the passage.</param>
/// <param name="Start">Start offset of the passage in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
public sealed record Passage(string Document, string Outlet, DateOnly? Published, string Text, string Rule, int Start, int End);
