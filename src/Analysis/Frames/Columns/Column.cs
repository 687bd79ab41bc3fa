namespace Analysis;

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
