namespace Analysis;

/// <summary>A table of named, typed columns of one length, whatever the type of its rows.</summary>
public abstract class DataFrame
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The columns, in order.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The column of that name (ordinal comparison).</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those there are.</exception>
    public Column this[string name] =>
        Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new KeyNotFoundException($"no column '{name}'; the columns are {string.Join(", ", Columns.Select(column => column.Name))}");
}

/// <summary>One column of a <see cref="DataFrame"/>.</summary>
public abstract class Column
{
    /// <summary>Name, unique in its frame.</summary>
    public abstract string Name { get; }

    /// <summary>Type of the values; nullable value types are given as <see cref="Nullable{T}"/>.</summary>
    public abstract Type Type { get; }

    /// <summary>Number of values.</summary>
    public abstract int Count { get; }

    /// <summary>The value in a row, boxed; null where it is missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public abstract object? this[int row] { get; }
}
