namespace Analysis;

/// <summary>The mentions of one entity under one spelling, counted document by document.</summary>
internal sealed class MergeTally(string surface, string rule)
{
    private int _last = -1;

    /// <summary>The spelling.</summary>
    public string Surface { get; } = surface;

    /// <summary>What made the first mention.</summary>
    public string Rule { get; } = rule;

    /// <summary>Number of mentions.</summary>
    public int Count { get; private set; }

    /// <summary>Number of documents with one.</summary>
    public int Documents { get; private set; }

    /// <summary>Number of documents that have a person's surname and never the full name.</summary>
    public int WithoutFullName { get; private set; }

    /// <summary>Whether it stands behind a ل that may have swallowed the alef of its article.</summary>
    public bool IsSwallowed { get; private set; }

    /// <summary>Counts a mention.</summary>
    public void Add(int document, bool withoutFullName, bool swallowed)
    {
        Count++;
        IsSwallowed |= swallowed;
        if (document == _last) return;
        _last = document;
        Documents++;
        if (withoutFullName) WithoutFullName++;
    }
}
