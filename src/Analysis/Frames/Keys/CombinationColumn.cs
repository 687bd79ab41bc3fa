using System.Reflection;

namespace Analysis;

/// <summary>Distinct combinations of several keys, made into objects only when they are looked at.</summary>
internal sealed class CombinationColumn(string name, ConstructorInfo constructor, Codes[] parts, int[] rows) : StoredColumn(name)
{
    public override Type Type => constructor.DeclaringType!;

    public override int Count => rows.Length;

    public override object? this[int row] =>
        constructor.Invoke(Array.ConvertAll(parts, part => part.Values[part.Rows[rows[row]]]));

    public override bool IsMissing(int row) => false;

    public override StoredColumn Take(int[] taken) => new CombinationColumn(Name, constructor, parts, Array.ConvertAll(taken, row => rows[row]));

    public override StoredColumn Rename(string newName) => new CombinationColumn(newName, constructor, parts, rows);

    public override int Compare(int left, int right)
    {
        foreach (var part in parts)
        {
            var compared = part.Values.Compare(part.Rows[rows[left]], part.Rows[rows[right]]);
            if (compared != 0) return compared;
        }
        return 0;
    }

    protected override Codes Encode()
    {
        var every = new int[Count];
        for (var row = 0; row < every.Length; row++) every[row] = row;
        return new Codes(every, this);
    }
}
