using Analysis.Notebooks.Tests.Cli;
using Analysis.Notebooks.Tests.Jupyter;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Analysis.Notebooks.Tests.LongestFirst))]

namespace Analysis.Notebooks.Tests;

/// <summary>Starts the collections that take minutes first, so that none of them runs alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(JupyterTests), nameof(MarkTests), nameof(AnyCorpusTests), nameof(MainJobFailureTests), nameof(ReportJobTests),
        nameof(MainJobCorpusTests), nameof(AccessTests), nameof(DiskTests), nameof(KillTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(PlaceOf)];

    private static int PlaceOf<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
