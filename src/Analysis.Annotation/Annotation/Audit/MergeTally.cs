namespace Analysis;

/// <summary>The mentions of one entity under one spelling, counted document by document.</summary>
internal sealed class MergeTally(string surface, string rule)
{
    private int _last = -1;

    public string Surface { get; } = surface;

    /// <summary>The rule that made the first mention.</summary>
    public string Rule { get; } = rule;

    public int Count { get; private set; }

    /// <summary>Number of documents with at least one mention.</summary>
    public int Documents { get; private set; }

    /// <summary>Number of documents that contain a person's surname but not the full name.</summary>
    public int WithoutFullName { get; private set; }

    /// <summary>Whether any mention follows a ل that may have absorbed the alef of its article.</summary>
    public bool IsSwallowed { get; private set; }

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
