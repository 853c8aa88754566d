//! A closed list: an enum of which every value has an id, by which files, plans, programs and documents know it.
//!
//! In: the values in their order, each with its id. Out: the enum with `ALL`, `id` and `from_id`.

macro_rules! closed_list {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$doc:meta])* $value:ident = $id:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $value,)+
        }

        impl $name {
            /// All of the list, in its order.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$value),+];

            /// The id.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$value => $id,)+
                }
            }

            /// The one with an id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.id() == id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.id())
            }
        }
    };
}
