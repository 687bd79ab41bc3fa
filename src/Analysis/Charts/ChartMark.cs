using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>A mark of a chart: a bar, cell, point, tick, node or edge.</summary>
/// <param name="First">Id of what it stands for; the first of two for a mark that joins two, such as a cell (its row) or an edge.</param>
/// <param name="Second">Id of the other thing that it joins; null where it stands for one.</param>
/// <param name="Name">The words drawn for it.</param>
/// <param name="Values">What it shows, each with the name of its column: numbers, texts, and functions that say it in a language.</param>
internal sealed record ChartMark(string First, string? Second, string Name, params IReadOnlyList<(string Column, object? Value)> Values)
{
    /// <summary>The name by which <see cref="Evidence.Mark"/> refers to it.</summary>
    public string Id => Second is null ? First : Evidence.Pair(First, Second)!;

    /// <summary>Whether its words hold a name with an asterisk, which the gazetteer lacks: then its ids hold a provisional one.</summary>
    public bool IsUnlisted =>
        Name.AsSpan().Contains('*') && Values.Select(value => value.Value as string).Append(Id).Any(text => text.AsSpan().Contains('?'));

    /// <summary>What is said of it beside its name, in a language. Default: its values.</summary>
    public Func<Language, IEnumerable<string>>? Facts { get; init; }

    /// <summary>Its values in words, one each: <c>mentions: 57</c>, or with an interval <c>mentions: 57 (40 to 71)</c>.</summary>
    public IEnumerable<string> Told(Language language) => Facts?.Invoke(language) ?? Values.Index()
        .Where(value => value.Item.Value is not null && !IsEnd(value.Item.Column))
        .Select(value => $"{language.Say(value.Item.Column)}: {SaidAt(value.Index, language)}");

    /// <summary>Its name and its values in one line, as it is announced.</summary>
    public string Words(Language language) =>
        language.List(Told(language).Prepend(language.Say(Name)).Where(words => words.Length > 0), ',');

    /// <summary>A value in words, with its interval where the next two are its ends.</summary>
    public string SaidAt(int place, Language language) => Values[place].Value is not double number
        ? language.Say(FrameValues.Text(Values[place].Value))
        : Values.Skip(place + 1).Take(2).Select(end => IsEnd(end.Column) ? end.Value : null).ToArray()
            is [double low, double high] ? language.Text("interval", number, low, high) : language.Number(number);

    /// <summary>Its first value, where that is a number: what a bar, a cell or a point of a course shows.</summary>
    public double Number => (double)Values[0].Value!;

    // The end of a 95 % interval, told with the value that it belongs to.
    private static bool IsEnd(string column) => column.Contains("95 % ", StringComparison.Ordinal);
}

/// <summary>The marks of a chart as a table: their ids, names and values, a record for each.</summary>
internal static class MarkTable
{
    public static DataFrame Of(IReadOnlyList<ChartMark> marks, Language language)
    {
        var table = new DataFrame();
        void Add(string column, Func<ChartMark, object?> value) => table.Columns.Add(Column(column, [.. marks.Select(value)]));
        var joinsTwo = marks.Any(mark => mark.Second is not null);
        Add(joinsTwo ? "First" : "Id", mark => mark.First);
        if (joinsTwo) Add("Second", mark => mark.Second);
        Add("Name", mark => ShownText.WithoutIsolates(language.Say(mark.Name)));
        foreach (var column in marks.SelectMany(mark => mark.Values).Select(value => value.Column).Distinct())
            Add(column, mark => mark.Values.FirstOrDefault(value => value.Column == column).Value is var value
                && value is Func<Language, string> said ? said(language) : value);
        return table;
    }

    /// <summary>The table of a figure with the addresses of each mark's passages, where it has evidence.</summary>
    public static TableView WithAddresses(Figure figure)
    {
        DataFrameColumn[] addresses =
            figure.Cited.Count == 0 ? [] : [Column("Evidence", [.. figure.Drawn.Marks.Select(figure.Cited.AddressList)])];
        return TableView.Of([.. figure.Data.Columns, .. addresses]);
    }

    private static DataFrameColumn Column(string name, object?[] values) =>
        values.Any(value => value is double) && values.All(value => value is null or double)
            ? new DoubleDataFrameColumn(name, values.Select(value => (double?)value))
            : new StringDataFrameColumn(name, values.Select(InvariantText.Format));
}
