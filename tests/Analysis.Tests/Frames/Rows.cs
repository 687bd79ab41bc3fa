namespace Analysis.Tests.Frames;

public enum Tone { Neutral, Hostile, Friendly }

/// <summary>A column of every kind.</summary>
public sealed record Sample(
    string Name, string? Note, int Number, long Large, double Share, int? Maybe, bool Flag, bool? Doubt,
    DateOnly Day, DateOnly? Perhaps, DateTime Time, Tone Tone, IReadOnlyList<string> Items);

public sealed record Report(string Document, int Sentence, string? Entity, DateOnly Date, double Score);

public static class Reports
{
    public static DataFrame<Report> Frame() => new Report[]
    {
        new("a", 0, "iran", new(2020, 1, 3), -1),
        new("a", 0, "usa", new(2020, 1, 3), -2),
        new("a", 0, "iran", new(2020, 1, 3), -3),
        new("a", 1, "iraq", new(2020, 1, 8), 4),
        new("b", 0, "usa", new(2020, 3, 1), 5),
        new("b", 0, "iran", new(2020, 3, 1), 6),
        new("b", 1, null, new(2020, 3, 2), 7),
        new("b", 2, "iran", new(2019, 12, 31), 8),
    }.ToDataFrame();
}
